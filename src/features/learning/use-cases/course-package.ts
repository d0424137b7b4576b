import { strToU8, zipSync } from 'fflate';
import type { LearningPath } from '../domain/path.ts';

/** The kinds of package a path is exported as. */
export const PACKAGE_KINDS = ['scorm12', 'cmi5'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** What both kinds hold beside their manifest. */
export interface CourseFiles {
  readonly html: string;
  readonly script: string;
  readonly style: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
/** The share of right answers that passes, in ten-thousandths, never more than what passing gives. */
const mastery = ({ check }: LearningPath) => Math.floor((10_000 * check.passWith) / check.questions.length) / 10_000;

/** SCORM 1.2, Content Aggregation Model 2.3: one organization, one item, one SCO. */
function scormManifest(path: LearningPath): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="in-beeld.${path.id}.${path.version}" version="${path.version}" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="in-beeld">
    <organization identifier="in-beeld">
      <title>${xml(path.title.nl)}</title>
      <item identifier="pad" identifierref="les">
        <title>${xml(path.title.nl)}</title>
        <adlcp:masteryscore>${Math.floor(100 * mastery(path))}</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="les" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <file href="course.js"/>
      <file href="course.css"/>
    </resource>
  </resources>
</manifest>
`;
}

const langstrings = ({ nl, en }: LearningPath['title']) =>
  `<langstring lang="nl">${xml(nl)}</langstring><langstring lang="en">${xml(en)}</langstring>`;

/** cmi5 Quartz, 13: one course of one assignable unit. */
function cmi5Structure(path: LearningPath): string {
  const course = `urn:in-beeld:leerpad:${path.id}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${course}">
    <title>${langstrings(path.title)}</title>
    <description>${langstrings(path.lead)}</description>
  </course>
  <au id="${course}:uitgave:${path.version}" launchMethod="AnyWindow" moveOn="Passed" masteryScore="${mastery(path)}">
    <title>${langstrings(path.title)}</title>
    <description>${langstrings(path.lead)}</description>
    <url>index.html</url>
  </au>
</courseStructure>
`;
}

/** A package of a path, the same bytes each time: what a platform imports twice, is the same course. */
export function coursePackage(kind: PackageKind, path: LearningPath, files: CourseFiles): Uint8Array {
  const manifest =
    kind === 'scorm12' ? { 'imsmanifest.xml': scormManifest(path) } : { 'cmi5.xml': cmi5Structure(path) };
  const entries = { ...manifest, 'index.html': files.html, 'course.js': files.script, 'course.css': files.style };
  return zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])), {
    mtime: `${path.validFrom}T12:00:00`,
    level: 9,
  });
}
