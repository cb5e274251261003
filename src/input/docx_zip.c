/* docx_zip.c - the parts of a Word file, unpacked by libarchive within limits:
 * so many entries, so many bytes, so many times what is packed. */
#define _GNU_SOURCE 1 /* memmem */
#include "input/docx_zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"

typedef struct archive archive;
typedef struct archive_entry archive_entry;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(archive, archive_read_free)

#define FREE_BYTES (1u << 20) /* that may be packed as closely as they like */
#define MAX_NAME 1024u
#define MAX_SHOWN 100u /* bytes of a name in a sentence */
#define REPAIR "fetch it again, or open it in a word processor and save it anew"

/* Parts that say nothing of the text. */
static gboolean
is_wanted(const char *name)
{
	static const char *const passed[] = {"word/theme/", "word/media/",
	    "word/glossary/", "word/fonttable.", "word/websettings.",
	    "word/styleswitheffects.", "word/commentsextended.",
	    "word/commentsids.", "word/people.", "docprops/app.",
	    "customxml/"};

	for (guint i = 0; i < G_N_ELEMENTS(passed); i++)
		if (g_str_has_prefix(name, passed[i]))
			return FALSE;
	return g_str_has_suffix(name, ".xml") || g_str_has_suffix(name, ".rels");
}

/* The name as the parts of a file are told apart: without regard to capitals
 * (ECMA-376-2, 6.2.2.3). NULL when it is none. */
static char *
name_of(archive_entry *entry)
{
	const char *name = archive_entry_pathname_utf8(entry);

	if (!name)
		name = archive_entry_pathname(entry);
	if (!name || strlen(name) > MAX_NAME)
		return NULL;
	name += *name == '/';
	return g_strdelimit(g_ascii_strdown(name, -1), "\\", '/');
}

/* A name or sentence that may hold anything, for a sentence of ours. */
static char *
shown(const char *s)
{
	char *valid = g_utf8_make_valid(s, MIN(strlen(s), MAX_SHOWN));

	for (char *at = valid; *at; at++)
		if (g_ascii_iscntrl(*at))
			*at = '?';
	return valid;
}

static gboolean
damaged(archive *a, const char *name, GError **error)
{
	const char *why = archive_error_string(a);
	g_autofree char *reason = shown(why ? why : "no reason given");
	g_autofree char *part = shown(name);

	return rc_fail(error, RESCONV_E_FORMAT,
	    "is a damaged Word file, %s: %s; " REPAIR, part, reason);
}

/* What is left of the limits: bytes that may still be unpacked, and those of
 * the whole file, packed. */
struct room {
	gsize left, packed;
};

static gboolean
take_room(struct room *room, gsize n, gsize unpacked, GError **error)
{
	if (n > room->left)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "unpacks to more than %u MiB, the most that is read",
		    RC_MAX_INPUT_BYTES >> 20);
	room->left -= n;
	if (unpacked > FREE_BYTES &&
	    unpacked / RC_MAX_ZIP_RATIO > room->packed)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "unpacks to more than %u times its size: no true Word "
		    "file does", RC_MAX_ZIP_RATIO);
	return TRUE;
}

/* Unpack one entry. Its size is what its header says, which may be a lie. */
static GBytes *
unpack(archive *a, archive_entry *entry, const char *name, struct room *room,
    GError **error)
{
	gint64 said = archive_entry_size(entry);
	g_autoptr(GByteArray) bytes =
	    g_byte_array_sized_new((guint)CLAMP(said, 64, FREE_BYTES));
	const void *piece;
	gint64 offset;
	gsize n;
	int r;

	while ((r = archive_read_data_block(a, &piece, &n, &offset)) ==
	    ARCHIVE_OK) {
		if (!take_room(room, n, bytes->len + n, error))
			return NULL;
		g_byte_array_append(bytes, piece, (guint)n);
	}
	/* a wrong check sum or length is told by a warning */
	if (r != ARCHIVE_EOF || archive_errno(a)) {
		damaged(a, name, error);
		return NULL;
	}
	return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

static gboolean
add_entry(GHashTable *parts, archive *a, archive_entry *entry,
    struct room *room, GError **error)
{
	g_autofree char *name = name_of(entry);
	GBytes *bytes;

	if (!name || !is_wanted(name) || g_hash_table_contains(parts, name))
		return TRUE;
	if (archive_entry_is_data_encrypted(entry))
		return rc_fail(error, RESCONV_E_FORMAT,
		    "is an encrypted archive; unpack it with its password "
		    "and pack it without one");
	archive_clear_error(a);
	bytes = unpack(a, entry, name, room, error);
	if (!bytes)
		return FALSE;
	g_hash_table_insert(parts, g_steal_pointer(&name), bytes);
	return TRUE;
}

static gboolean
read_entries(GHashTable *parts, archive *a, gsize packed, GError **error)
{
	struct room room = {RC_MAX_INPUT_BYTES, packed};
	archive_entry *entry;
	guint n = 0;
	int r;

	while ((r = archive_read_next_header(a, &entry)) == ARCHIVE_OK ||
	    r == ARCHIVE_WARN) {
		if (++n > RC_MAX_ZIP_ENTRIES)
			return rc_fail(error, RESCONV_E_LIMIT,
			    "has more than %u entries: no true Word file has",
			    RC_MAX_ZIP_ENTRIES);
		if (!add_entry(parts, a, entry, &room, error))
			return FALSE;
	}
	return r == ARCHIVE_EOF || damaged(a, "its directory", error);
}

GHashTable *
docx_unzip(const char *data, gsize size, GError **error)
{
	g_autoptr(archive) a = archive_read_new();
	g_autoptr(GHashTable) parts = g_hash_table_new_full(g_str_hash,
	    g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);

	if (!a || archive_read_support_format_zip(a) != ARCHIVE_OK) {
		rc_fail(error, RESCONV_E_NOMEM, "memory ran out");
		return NULL;
	}
	if (archive_read_open_memory(a, data, size) != ARCHIVE_OK) {
		damaged(a, "its directory", error);
		return NULL;
	}
	return read_entries(parts, a, size, error) ? g_steal_pointer(&parts)
	                                           : NULL;
}

const char *
docx_find(const char *data, gsize size, const char *string)
{
	return data ? memmem(data, size, string, strlen(string)) : NULL;
}
