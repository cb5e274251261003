/* resconv.h - read and write resolutions of the United Nations. See resconv(3).
 *
 * Plain C99, no other library's types but libxml2's xmlDoc, which is only
 * named. Strings are UTF-8. A resconv belongs to one thread at a time; a
 * resconv_doc never changes and may be read by many. */
#ifndef RESCONV_H
#define RESCONV_H

#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define RESCONV_API __attribute__((visibility("default")))
#else
#define RESCONV_API
#endif

/** What a call comes back with: zero, or why it could not do its work. What is
 *  odd about a document is no status; it is told as diagnostics. */
typedef enum {
	RESCONV_OK = 0,
	RESCONV_E_NOMEM = -1,    /**< memory ran out */
	RESCONV_E_IO = -2,       /**< reading or writing failed */
	RESCONV_E_ARG = -3,      /**< an argument or an option's value is bad */
	RESCONV_E_UNKNOWN = -4,  /**< no such format, option or language */
	RESCONV_E_DISABLED = -5, /**< that format is not part of this build, or
	                              what it needs is not installed */
	RESCONV_E_FORMAT = -6,   /**< the input is not in the format named, in no
	                              format known, damaged, or no resolution */
	RESCONV_E_LIMIT = -7,    /**< a limit of size, depth or count was reached */
	RESCONV_E_STRICT = -8,   /**< a diagnostic of the level to stop at was told */
	RESCONV_E_BUG = -9       /**< a fault of ours; please report it */
} resconv_status;

/** How much a diagnostic matters, in rising order. */
typedef enum {
	RESCONV_NOTE,    /**< guessed, and surely right */
	RESCONV_WARNING, /**< odd, but kept */
	RESCONV_ERROR,   /**< something could not be represented as it was meant */
	RESCONV_FATAL    /**< there is no document */
} resconv_level;

/** One finding about the input. Lives as long as the callback runs. */
typedef struct {
	resconv_level level;
	const char *slug; /**< stable name, such as "number-gap" */
	const char *file; /**< the name given when reading */
	unsigned page;    /**< from 1; 0 where the input has no pages */
	unsigned line;    /**< from 1; 0 when not known */
	unsigned column;  /**< from 1, in characters; 0 when not known */
	const char *text; /**< one line of English */
} resconv_diag;

typedef void (*resconv_diag_fn)(void *payload, const resconv_diag *diag);

/** The most bytes of one document that are read. */
#define RESCONV_MAX_INPUT_BYTES (64u << 20)

typedef struct resconv resconv;         /**< settings of one thread */
typedef struct resconv_doc resconv_doc; /**< a document; never changes */
typedef struct resconv_archive resconv_archive; /**< an open zip or tar file */

/* ---- settings ---- */

/** New settings with the defaults. NULL when memory runs out. */
RESCONV_API resconv *resconv_new(void);
/** Free settings; NULL is fine. Documents read with them stay valid. */
RESCONV_API void resconv_free(resconv *rc);
/** Set one option, as the command's -O key=value does: "json.indent", "4".
 *  Both strings are copied. RESCONV_E_UNKNOWN or RESCONV_E_ARG if it is not
 *  an option, or not a value it can have; resconv_message() says what can. */
RESCONV_API resconv_status resconv_set(resconv *rc, const char *key,
    const char *value);
/** Choose where findings go. A NULL fn drops them. */
RESCONV_API void resconv_on_diag(resconv *rc, resconv_diag_fn fn,
    void *payload);
/** Silence one slug. RESCONV_E_UNKNOWN if there is none of that name. */
RESCONV_API resconv_status resconv_silence(resconv *rc, const char *slug);
/** Let resconv_read() fail with RESCONV_E_STRICT when a finding of this level
 *  or a graver one is told. The default is RESCONV_FATAL. */
RESCONV_API void resconv_stop_at(resconv *rc, resconv_level level);
/** The gravest level told since rc was made or last forgot it; RESCONV_NOTE if
 *  none. */
RESCONV_API resconv_level resconv_worst(const resconv *rc);
RESCONV_API void resconv_forget(resconv *rc);
/** The sentence that belongs to the last status of a call with rc that was not
 *  RESCONV_OK. Never NULL; valid until the next call. */
RESCONV_API const char *resconv_message(const resconv *rc);

/* ---- documents ---- */

/** Read one resolution from memory. The bytes are not kept.
 *  @param from  name of a format, or NULL to recognise it
 *  @param name  what diagnostics call the input; NULL for "<memory>". Its
 *               suffix helps to recognise the format
 *  @param doc   gets the document, to be freed with resconv_doc_free(); left
 *               alone when the call fails */
RESCONV_API resconv_status resconv_read(resconv *rc, const void *data,
    size_t size, const char *from, const char *name, resconv_doc **doc);
/** The same for a file, whose path is also its name. */
RESCONV_API resconv_status resconv_read_file(resconv *rc, const char *path,
    const char *from, resconv_doc **doc);
/** The same for a stream, from where it stands to its end. It stays open.
 *  @param name  NULL for "<stream>" */
RESCONV_API resconv_status resconv_read_stream(resconv *rc, FILE *in,
    const char *from, const char *name, resconv_doc **doc);
/** Write doc in the format `to`. The stream stays open and is the caller's;
 *  what was written when the call fails is of no use. */
RESCONV_API resconv_status resconv_write(resconv *rc, const resconv_doc *doc,
    const char *to, FILE *out);
/** The same into memory: *data is size bytes, to be freed with
 *  resconv_memory_free(). Both are left alone when the call fails. */
RESCONV_API resconv_status resconv_write_memory(resconv *rc,
    const resconv_doc *doc, const char *to, char **data, size_t *size);
RESCONV_API void resconv_memory_free(char *data); /**< NULL is fine */
/** The i-th file, from 0, that what is written in the format `to` wants beside
 *  it, as rc is set: "resconv.css" of html with html.assets=external. *name is
 *  static; *data is size bytes, to be freed with resconv_memory_free().
 *  RESCONV_E_UNKNOWN past the last: most formats want none. */
RESCONV_API resconv_status resconv_asset(resconv *rc, const char *to, size_t i,
    const char **name, char **data, size_t *size);
/** The Akoma Ntoso tree (an xmlDoc); of an edition, a tree that xsl/README.md
 *  describes. Borrowed: valid as long as doc is. */
RESCONV_API const struct _xmlDoc *resconv_doc_xml(const resconv_doc *doc);
/** What is known of a document; borrowed, valid as long as doc is. NULL when it
 *  is not known. */
RESCONV_API const char *resconv_doc_symbol(
    const resconv_doc *doc); /**< "A/RES/77/36" */
RESCONV_API const char *resconv_doc_language(
    const resconv_doc *doc); /**< ISO 639-3: "spa" */
RESCONV_API const char *resconv_doc_format(
    const resconv_doc *doc); /**< the format it was read in: "plain" */
RESCONV_API void resconv_doc_free(resconv_doc *doc); /**< NULL is fine */

/* ---- editions: several documents as one ----
 * What these calls make is a document that "html" and "xslt" write, and "json"
 * if it is a comparison; other formats refuse it with RESCONV_E_ARG. It does not
 * need the documents it was made of. RESCONV_E_ARG, too, when one of those is
 * NULL or an edition itself; *edition is left alone then. */

/** What changed from one resolution to another, paragraph by paragraph. */
RESCONV_API resconv_status resconv_compare(resconv *rc, const resconv_doc *from,
    const resconv_doc *to, resconv_doc **edition);
/** Two to six versions of one resolution beside each other, in the order given;
 *  those of one eId are a row. */
RESCONV_API resconv_status resconv_parallel(resconv *rc,
    const resconv_doc *const *docs, size_t n, resconv_doc **edition);
/* ---- archives ---- */

/** Open a zip or tar file, packed by gzip, bzip2, xz or zstd or not, to go
 *  through the files in it. It belongs to one thread at a time.
 *  @param archive  to be closed with resconv_archive_close(); left alone when
 *                  the call fails */
RESCONV_API resconv_status resconv_archive_open(resconv *rc, const char *path,
    resconv_archive **archive);
/** Go to the next regular file; folders, links and devices are passed over.
 *  @param name  gets its name, borrowed until the next call; NULL past the
 *               last. It is a relative path made from what is stored, without
 *               "..", "." and control characters, in slashes; two files may
 *               bear one name */
RESCONV_API resconv_status resconv_archive_next(resconv *rc,
    resconv_archive *archive, const char **name);
/** The bytes of the file gone to, to be freed with resconv_memory_free(). No
 *  more than RESCONV_MAX_INPUT_BYTES + 1 are unpacked, which resconv_read()
 *  refuses. Both are left alone when the call fails. */
RESCONV_API resconv_status resconv_archive_read(resconv *rc,
    resconv_archive *archive, char **data, size_t *size);
RESCONV_API void resconv_archive_close(
    resconv_archive *archive); /**< NULL is fine */

/* ---- what this build can do ---- */

/** One option of a format: set as "FORMAT.NAME". */
typedef struct {
	const char *name;     /**< "indent" */
	const char *argument; /**< what its value is: "N", "yes|no", "FILE" */
	const char *standard; /**< the default's text */
	const char *summary;  /**< a few words of English */
} resconv_option;

/** A format that is read, written or both. */
typedef struct {
	const char *name;              /**< "akn" */
	const char *summary;           /**< a few words of English */
	const char *suffix;            /**< ".xml"; what outputs are named with */
	const char *media_type;        /**< "application/akn+xml" */
	const resconv_option *options; /**< ends with a NULL name; may be NULL */
} resconv_format;

/** The i-th format that is read, or written; NULL past the last. */
RESCONV_API const resconv_format *resconv_reader(size_t i);
RESCONV_API const resconv_format *resconv_writer(size_t i);
/** The format of that name. NULL if there is none: resconv_message() then says
 *  which there are, and which may have been meant. */
RESCONV_API const resconv_format *resconv_find_reader(resconv *rc,
    const char *name);
RESCONV_API const resconv_format *resconv_find_writer(resconv *rc,
    const char *name);
/** The options of the parser itself, set as "parse.NAME". */
RESCONV_API const resconv_option *resconv_parse_options(void);
/** The i-th kind of finding: its slug, level and sentence; 0 past the last. */
RESCONV_API int resconv_finding(size_t i, resconv_diag *finding);

RESCONV_API const char *resconv_strerror(resconv_status status); /**< never NULL */
RESCONV_API const char *resconv_version(void); /**< "1.0.0" */

#ifdef __cplusplus
}
#endif
#endif /* RESCONV_H */
