// breaks: nothing
import { fit } from '@in-beeld/statistics';
export const allowed = fit;
