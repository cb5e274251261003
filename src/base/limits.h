/* limits.h - how large, deep and many an input may make things. Reaching one
 * is RESCONV_E_LIMIT with the limit's name; none is silent. The largest real
 * resolution is 347 k characters long, its deepest list six levels. */
#ifndef RC_BASE_LIMITS_H
#define RC_BASE_LIMITS_H

#define RC_MAX_INPUT_BYTES (64u << 20)   /* one document, unpacked */
#define RC_MAX_PARAGRAPHS 400000u        /* lines or paragraphs of the text model */
#define RC_MAX_NOTES 20000u
#define RC_MAX_TABLE_CELLS 200000u       /* of one document */
#define RC_MAX_TABLE_COLUMNS 64u
#define RC_MAX_MARKS 2000000u            /* of emphasis, links ... in a text */
#define RC_MAX_LIST_DEPTH 16u
#define RC_MAX_TREE_DEPTH 200u           /* elements, from the root */
#define RC_MAX_ATTRIBUTES 64u            /* of one element */
#define RC_MAX_HTML_BYTES (16u << 20)    /* one page */
#define RC_MAX_HTML_ELEMENTS 400000u     /* of a page; attributes, mistakes too */
#define RC_MAX_JSON_BYTES (32u << 20)    /* one file */
#define RC_MAX_JSON_DEPTH 800u           /* objects and arrays; three an element */
#define RC_MAX_JSON_VALUES 2000000u      /* of one file */
#define RC_MAX_PAGES 20000u              /* of one typeset document */

#endif
