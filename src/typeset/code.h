/* code.h - bar codes as black rectangles; libzint knows what they say. */
#ifndef RC_TYPESET_CODE_H
#define RC_TYPESET_CODE_H

#include "typeset/typeset.h"

/* A Code 39 of digits and capitals, or a QR code, within an area: appended to
 * the page with its rectangles. Nothing when text cannot be encoded. */
void rc_code_add(struct rc_pages *pages, struct rc_page *page,
    enum rc_picture picture, const char *text, double x, double y,
    double width, double height);

#endif
