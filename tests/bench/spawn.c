/* spawn.c - run a command so many times, with nothing of its own in the way.
 *
 *     spawn N COMMAND...
 *
 * Prints the medians of the times of the processor and of the wall in
 * microseconds, and the peak memory in KiB. Standard input and outputs are /dev/null. */
#define _GNU_SOURCE 1 /* wait4 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
microseconds(struct timeval t)
{
	return t.tv_sec * 1e6 + t.tv_usec;
}

static double
run(char **command, double *cpu, long *peak)
{
	posix_spawn_file_actions_t files;
	struct rusage usage;
	double begun = now();
	int status;
	pid_t child;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
	if (posix_spawnp(&child, command[0], &files, NULL, command, environ) ||
	    wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
	    WEXITSTATUS(status) > 3) {
		fprintf(stderr, "spawn: %s failed\n", command[0]);
		exit(1);
	}
	posix_spawn_file_actions_destroy(&files);
	if (usage.ru_maxrss > *peak)
		*peak = usage.ru_maxrss;
	*cpu = microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
	return now() - begun;
}

int
main(int argc, char **argv)
{
	int n = argc > 2 ? atoi(argv[1]) : 0;
	double *times = calloc(n + 1, sizeof(*times));
	double *cpu = calloc(n + 1, sizeof(*cpu));
	long peak = 0;

	if (n < 1 || !times || !cpu) {
		fprintf(stderr, "usage: spawn N COMMAND...\n");
		return 2;
	}
	for (int i = 0; i < n; i++)
		times[i] = run(argv + 2, &cpu[i], &peak);
	qsort(times, n, sizeof(*times), by_size);
	qsort(cpu, n, sizeof(*cpu), by_size);
	printf("=> %.1f us/doc, wall %.1f us, %ld KiB\n", cpu[n / 2],
	    times[n / 2], peak);
	free(cpu);
	free(times);
	return 0;
}
