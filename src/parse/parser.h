/* parser.h - what the stages of the parser share: blocks, notes, marks.
 *
 * segment/pages   text model -> blocks: whole paragraphs, in print order
 * notes           which blocks are notes, and where they are called
 * head            the roles of the blocks above the enacting formula
 * classify        the kinds of those below it
 * write*          blocks -> tree
 */
#ifndef RC_PARSE_PARSER_H
#define RC_PARSE_PARSER_H

#include "akn/akn.h"
#include "akn/meta.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/option.h"
#include "lang/lang.h"
#include "text/text.h"

enum block_kind {
	BLOCK_TEXT,       /* not classified yet */
	BLOCK_COVER,      /* of the masthead; role says what */
	BLOCK_FORMULA,
	BLOCK_RECITAL,    /* a preambular paragraph */
	BLOCK_ITEM,       /* a point of a preambular paragraph */
	BLOCK_PARAGRAPH,  /* numbered, or unnumbered and on its own */
	BLOCK_POINT,
	BLOCK_ALINEA,     /* goes on in the paragraph before it */
	BLOCK_WRAP_UP,    /* ends the sentence of the list before it */
	BLOCK_HEADING,
	BLOCK_ROW,        /* of a table */
	BLOCK_CONCLUSION,
	BLOCK_ANNEX,
	BLOCK_PART,       /* letter and title of part A, B ... */
	BLOCK_GONE,       /* taken elsewhere: a note, page furniture */
};

/* The number or list mark of a paragraph. */
enum mark_style {
	MARK_NONE,
	MARK_NUMBER, /* 1.  1 - */
	MARK_DECIMAL, /* 1.1 */
	MARK_DIGIT,  /* (1) */
	MARK_LETTER, /* (a) a) a. (أ) а) */
	MARK_ROMAN,  /* (i) ’1‘ ㈠ (一) */
	MARK_UPPER,  /* (A) */
	MARK_BULLET,
};

struct mark {
	guint8 style;  /* enum mark_style */
	guint8 shape;  /* '(' both brackets, ')' the closing one, '.', '-', '\'' */
	guint16 len;   /* bytes in the text, without the blanks after it */
	guint16 value; /* 1 for 1, a, i */
	guint16 roman; /* of a letter that may be a roman number: its value */
};

/* A stretch of a block that is not printed as it stands: the call of a note
 * (its mark is generated), or a number that is written elsewhere. */
struct cut {
	guint32 start, end;
	gint32 note; /* index into notes, -1 for a plain cut */
};

struct block {
	const char *text;        /* soft line breaks are '\n' */
	guint32 len;
	guint32 room;            /* bytes at text that are this block's alone */
	guint32 span, n_spans;   /* into parser->spans */
	guint32 cut, n_cuts;     /* into parser->cuts */
	guint32 piece, n_pieces; /* into the account, which see */
	guint32 cell, n_cells;   /* into parser->cells, for BLOCK_ROW */
	guint8 kind, role;       /* enum block_kind, enum rc_role */
	guint8 gap, header, rank; /* as in rc_para */
	guint8 torn;             /* a page break or note stood before it */
	guint8 level;            /* of a label or heading: enum level */
	gint16 indent, hint;     /* hint: depth that the format gave, or -1 */
	guint16 depth;           /* of a point or item, from 1 */
	guint16 columns, rows;   /* of a cell */
	struct mark mark;
	guint32 body;            /* where the text after the mark begins; of a
	                            heading, after its label (mark.len) */
	guint32 marker;          /* mark's length as the format gave it */
	guint32 last_page;       /* where it ends; 0 where it begins */
	struct rc_place at;
};

/* What kind of level a label or heading opens; the order is the element's
 * usual rank. */
enum level {
	LEVEL_NONE,
	LEVEL_PART,    /* "Part I" */
	LEVEL_CHAPTER, /* "Chapter II" */
	LEVEL_SECTION_WORD, /* "Section 1" */
	LEVEL_ROMAN,   /* "I" */
	LEVEL_LETTER,  /* "A" */
	LEVEL_ARABIC,  /* "1." as a heading */
	LEVEL_ARTICLE,
	LEVEL_RULE,
	LEVEL_PLAIN,   /* a heading with no number */
	LEVEL_ITALIC,  /* the same, in italics or of less rank: below a plain
	                  one */
};

struct note {
	const char *marker;      /* "1", "*" */
	guint32 block, n_blocks; /* into parser->note_blocks */
	guint32 page;
	guint32 before;          /* how many blocks stood before it in the text */
	gboolean called;
	xmlNode *element;        /* where it was written; NULL not yet */
	struct rc_place at;
};

struct parser {
	const struct rc_text *in;
	const struct rc_settings *settings;
	struct rc_diags *diags;
	const struct rc_lang *lang;
	GStringChunk *chunk;
	GArray *blocks;      /* struct block */
	GArray *cells;       /* struct block */
	GArray *spans;       /* struct rc_span */
	GArray *cuts;        /* struct cut */
	GArray *notes;       /* struct note */
	GArray *note_blocks; /* struct block */
	GArray *refs;        /* struct ref, of the blocks that are being
	                        written: one may stand in a note of another */
	GArray *cites;       /* struct cite and struct ref of one block at a */
	GArray *cited;       /* time */
	guint body;          /* index of the first block below the masthead */
	struct akn_meta meta;
	struct akn_builder *out;
	struct rc_account *account; /* NULL unless it is asked for */
	guint n_parts;
	gboolean leads_set;  /* the input has emphasis on lead phrases of the
	                        operative part: text without has none */
	xmlNode *collection; /* <documentCollection>, of parts A, B ... */
};

#define block_at(p, i) (&g_array_index((p)->blocks, struct block, i))
#define note_at(p, i) (&g_array_index((p)->notes, struct note, i))

/* ---- block.c ---- */

/* A block of a paragraph: blanks folded, spans moved along. kind TEXT or ROW. */
struct block rc_block_make(struct parser *p, const struct rc_para *para);
/* The block with what follows it of a torn paragraph; a hyphen at the seam
 * stays, and Chinese needs no blank. glued: nothing stands between. */
void rc_block_join(struct parser *p, struct block *block,
    const struct block *rest, gboolean glued);
/* Drop the end of a block, which has no cuts yet. */
void rc_block_shorten(struct parser *p, struct block *block, guint32 len);
/* Cut [from, to) out of a block as one of its own. */
struct block rc_block_slice(struct parser *p, const struct block *block,
    guint32 from, guint32 to);
/* The last character that is printed, its calls aside; 0 for none. */
gunichar rc_block_last(const struct parser *p, const struct block *block);
/* The first span that ends behind an offset; the first cut that begins there
 * or behind. n_spans and n_cuts for none. */
guint rc_block_span_at(const struct parser *p, const struct block *block,
    guint32 at);
guint rc_block_cut_at(const struct parser *p, const struct block *block,
    guint32 at);
/* Where the printed text ends, calls and blanks at its end aside. */
guint32 rc_block_end(const struct parser *p, const struct block *block);
/* The first character after the mark. */
gunichar rc_block_first(const struct block *block);
/* Whether all of the text after the mark has the style. */
gboolean rc_block_is_all(const struct parser *p, const struct block *block,
    guint32 style);
/* Add a cut to those of a block, which stay in order. */
void rc_block_cut(struct parser *p, struct block *block, guint32 start,
    guint32 end, gint32 note);
/* Whether a character ends a paragraph's sentence in some language. */
gboolean rc_is_terminal(gunichar c);
/* Whether Chinese characters before and behind a number tell that it is none of a
 * note: 第3次, 7月1日. */
gboolean rc_is_counted(gunichar before, gunichar after);

/* ---- stages ---- */

/* Read "77/36", "ES-11/6", "2021/21", "2758 (XXVI)" at the start of a title:
 * bytes of the number, where the title begins in *title; 0 for no number. */
gsize rc_title_number(const struct rc_lang *lang, const char *text, gsize len,
    gsize *title);
/* Fill blocks (and notes that the format knows) from the text model. */
gboolean rc_segment(struct parser *p, GError **error);
/* The same where the text model holds printed lines. */
gboolean rc_segment_lines(struct parser *p, GError **error);
/* Find the notes among the blocks, take them out, and find their calls. FALSE
 * when there are too many. */
gboolean rc_notes_find(struct parser *p, GError **error);
/* Whether a block is a phrase and nothing else but punctuation. */
gboolean rc_is_whole(const struct parser *p, enum rc_phrase phrase,
    const struct block *block);
/* The organ whose enacting formula a block is, alone or with its comma. */
enum rc_organ rc_whole_formula(const struct parser *p,
    const struct block *block);
/* Whether a block is the enacting formula, where an organ's name may stand
 * too: titled says that the title has been printed above it. */
gboolean rc_is_formula(const struct parser *p, const struct block *block,
    gboolean titled);
/* "Resolution 2685 (2023)", "第2685(2023)号决议" as a line of its own. */
gboolean rc_is_council_number(const struct parser *p,
    const struct block *block);
/* The meeting that a line names: "9337th meeting", "جلسته 9337"; FALSE for
 * none. */
gboolean rc_meeting_find(const struct parser *p, const struct block *block,
    guint32 *from, guint32 *to);
/* Whether a line begins the text of a decision: "At its 61st plenary meeting". */
gboolean rc_opens_decision(const struct parser *p, const char *text, gsize len);
/* Whether a text is a closing line: a meeting, or a date alone. */
gboolean rc_is_closing_text(const struct parser *p, const char *text,
    gsize len);
/* Leave out what is of other resolutions on the pages of a volume. */
void rc_neighbours_cut(struct parser *p);
/* Give roles to the blocks of the masthead and read the metadata. */
/* Add a block of the masthead to the blocks, or two if both of the columns at
 * its top stand in it. */
void rc_letterhead_add(struct parser *p, const struct block *block);
void rc_head_read(struct parser *p);
void rc_head_fields(struct parser *p);
/* Take heads and feet of pages out of text whose paragraphs are whole. */
void rc_leave_folios(struct parser *p);
/* Keep the job number that a line begins with. That of the first page is the
 * longest: it has the language. */
void rc_job_read(struct parser *p, const char *text, gsize len);
/* Put the halves of paragraphs together that a page break has torn. */
void rc_join_torn(struct parser *p);
/* Kinds and depths of the blocks below the masthead. */
void rc_classify(struct parser *p);
/* The tree. */
void rc_write(struct parser *p);

/* ---- mark.c ---- */

/* The number or list mark at the start of a text; FALSE for none. */
gboolean rc_mark_take(const struct rc_lang *lang, const char *text, gsize len,
    struct mark *mark);
/* Append a Roman number up to XLIX, in capitals or not. */
void rc_append_roman(GString *out, guint n, gboolean capital);
/* "point_a", "point_iv", "item_2": an eId's own part; NULL for a bullet. The
 * string is in the chunk. */
const char *rc_mark_id(struct parser *p, const char *element,
    const struct mark *mark);

/* ---- level.c ---- */

/* The number of a level, and where its heading begins. */
struct level_label {
	enum level level;  /* LEVEL_NONE: it is no label */
	guint8 style;      /* MARK_ROMAN, MARK_UPPER or MARK_NUMBER */
	guint value;
	guint32 len;       /* bytes of the label: "Part I", "A." */
	guint32 heading;   /* where the heading begins; the end for none */
	gboolean apart;    /* a mark stands between them */
};

/* Read a text as the number of a level, with a heading after it or none:
 * "Part I", "II. Means", "A", "第1条 过渡". */
struct level_label rc_level_take(const struct rc_lang *lang, const char *text,
    gsize len);

#endif
