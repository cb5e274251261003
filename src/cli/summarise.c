/* summarise.c - a report, or what changed between two. */
#include "cli/batch.h"
enum exit_status summarise_run(const struct options *options) { return EXIT_FAULT; }
