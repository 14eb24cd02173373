/** Header by which the functions know CloudFront. It bears ORIGIN_SECRET, and is put over whatever a caller sends by that name. */
export const originHeader = 'x-origin-secret'
