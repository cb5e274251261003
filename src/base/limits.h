/* limits.h - how large, deep and many an input may make things. Reaching one
 * is RESCONV_E_LIMIT with the limit's name; none is silent. The largest real
 * resolution is 347 k characters long, its deepest list six levels. */
#ifndef RC_BASE_LIMITS_H
#define RC_BASE_LIMITS_H

#include "resconv/resconv.h"

#define RC_MAX_INPUT_BYTES RESCONV_MAX_INPUT_BYTES /* one document, unpacked */
#define RC_MAX_ARCHIVE_FILES 10000000u   /* of one zip or tar file */
#define RC_MAX_PARAGRAPHS 400000u        /* lines or paragraphs of the text model */
#define RC_MAX_NOTES 20000u
#define RC_MAX_TABLE_CELLS 200000u       /* of one document */
#define RC_MAX_TABLE_COLUMNS 64u
#define RC_MAX_MARKS 2000000u            /* of emphasis, links ... in a text */
#define RC_MAX_LIST_DEPTH 16u
#define RC_MAX_TREE_DEPTH 200u           /* elements, from the root */
#define RC_MAX_PAGES 20000u              /* of one document, read or typeset */
#define RC_MAX_PDF_CHARS 8000000u        /* on all pages of a PDF */
#define RC_MAX_PDF_STREAM (8u << 20)     /* unpacked, but for pictures and faces */
#define RC_MAX_LINKS 100000u             /* of a PDF */
#define RC_MAX_ZIP_ENTRIES 10000u        /* of a Word file */
#define RC_MAX_ZIP_RATIO 300u            /* unpacked to packed, past 1 MiB */
#define RC_MAX_STYLES 20000u             /* styles, lists, links, properties */
#define RC_MAX_FIELDS 32u                /* of Word, one within the other */
#define RC_MAX_BOXES 8u                  /* text boxes, the same */
/* A comparison: words that differ in one paragraph, beyond which all of it
 * changed; paragraphs tried against each other between two that are the same,
 * beyond which they are matched by place; steps of both, a few seconds, beyond
 * which nothing more is found alike. */
#define RC_MAX_COMPARE_EDITS 2000
#define RC_MAX_COMPARE_PAIRS 4000000u
#define RC_MAX_COMPARE_STEPS 400000000u
#define RC_MAX_PARALLEL 6u               /* documents beside each other */
#define RC_MAX_ATTRIBUTES 64u            /* of one element */
#define RC_MAX_HTML_BYTES (16u << 20)    /* one page */
#define RC_MAX_HTML_ELEMENTS 400000u     /* of a page; attributes, mistakes too */
#define RC_MAX_JSON_BYTES (32u << 20)    /* one file */
#define RC_MAX_JSON_DEPTH 800u           /* objects and arrays; three an element */
#define RC_MAX_JSON_VALUES 2000000u      /* of one file */

#endif
