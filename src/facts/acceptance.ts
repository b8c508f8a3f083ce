/** Stands before the id of a check in an annotation; the annotation's value is the reason. */
export const ACCEPT = 'accept.runner-cache/';
