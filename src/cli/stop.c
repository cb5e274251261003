/* stop.c - a run that is asked to stop ends what it has in hand. */
#include "cli/batch.h"

#include <signal.h>

static volatile sig_atomic_t caught;

static void
catch(int number)
{
	caught = number;
}

void
stop_catch(void)
{
	struct sigaction action = {
	    .sa_handler = catch,
	    .sa_flags = SA_RESETHAND | SA_RESTART, /* the second one kills */
	};

	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

int
stop_signal(void)
{
	return caught;
}

void
stop_obey(void)
{
	if (!caught)
		return;
	signal(caught, SIG_DFL);
	raise(caught);
}
