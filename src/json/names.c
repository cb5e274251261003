/* names.c - the attributes that Akoma Ntoso 3.0 knows: a string of another
 * name is likely a slip. */
#include <stdlib.h>
#include <string.h>

#include "json/form.h"

/* In order, for bsearch: those of the schema of 29 August 2018. */
static const char *const names[] = {
	"GUID", "alt", "alternativeTo", "as", "authoritative", "border",
	"breakAt", "breakWith", "by", "cellpadding", "cellspacing", "choice",
	"class", "colspan", "contains", "current", "date", "dictionary",
	"duration", "eId", "empoweredBy", "end", "endQuote", "endTime",
	"exclusion", "for", "from", "fromLanguage", "frozen", "height", "href",
	"includedIn", "incomplete", "inlineQuote", "language", "level",
	"marker", "name", "normalized", "number", "original", "originalText",
	"originatingExpression", "outcome", "period", "pivot", "placement",
	"placementBase", "pos", "refersTo", "rowspan", "shortForm", "showAs",
	"source", "src", "start", "startQuote", "startTime", "status", "style",
	"target", "time", "title", "to", "type", "upTo", "value", "wId",
	"width",
};

static int
compare(const void *name, const void *item)
{
	return strcmp(name, *(const char *const *)item);
}

gboolean
json_is_attribute(const char *name)
{
	return strchr(name, ':') || bsearch(name, names,
	    G_N_ELEMENTS(names), sizeof(names[0]), compare);
}
