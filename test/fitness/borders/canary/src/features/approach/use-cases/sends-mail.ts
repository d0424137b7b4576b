// breaks: nodemailer-behind-mail
import { createTransport } from 'nodemailer';
export const post = createTransport({});
