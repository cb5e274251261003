/* glib_locks.c - tells the thread sanitizer of GLib's locks, which are futexes
 * of a library that it cannot see into. Loaded before GLib. */
#define _GNU_SOURCE 1 /* RTLD_NEXT */
#include <dlfcn.h>

#include <glib.h>

void __tsan_acquire(void *address);
void __tsan_release(void *address);

static struct {
	void (*lock)(GMutex *mutex);
	void (*unlock)(GMutex *mutex);
	void (*wait)(GCond *cond, GMutex *mutex);
	gpointer (*once)(GOnce *once, GThreadFunc func, gpointer arg);
	gboolean (*enter)(volatile void *location);
	void (*leave)(volatile void *location, gsize result);
} glib;

__attribute__((constructor)) static void
find(void)
{
	*(void **)&glib.lock = dlsym(RTLD_NEXT, "g_mutex_lock");
	*(void **)&glib.unlock = dlsym(RTLD_NEXT, "g_mutex_unlock");
	*(void **)&glib.wait = dlsym(RTLD_NEXT, "g_cond_wait");
	*(void **)&glib.once = dlsym(RTLD_NEXT, "g_once_impl");
	*(void **)&glib.enter = dlsym(RTLD_NEXT, "g_once_init_enter");
	*(void **)&glib.leave = dlsym(RTLD_NEXT, "g_once_init_leave");
}

void
g_mutex_lock(GMutex *mutex)
{
	glib.lock(mutex);
	__tsan_acquire(mutex);
}

void
g_mutex_unlock(GMutex *mutex)
{
	__tsan_release(mutex);
	glib.unlock(mutex);
}

void
g_cond_wait(GCond *cond, GMutex *mutex)
{
	__tsan_release(mutex);
	glib.wait(cond, mutex);
	__tsan_acquire(mutex);
}

struct once {
	GOnce *once;
	GThreadFunc func;
	gpointer arg;
};

static gpointer
do_once(gpointer data)
{
	struct once *call = data;
	gpointer value = call->func(call->arg);

	__tsan_release(call->once);
	return value;
}

/* Whoever finds it done later looks at the status without a call. */
gpointer
g_once_impl(GOnce *once, GThreadFunc func, gpointer arg)
{
	struct once call = {once, func, arg};
	gpointer value = glib.once(once, do_once, &call);

	__tsan_acquire(once);
	__atomic_store_n(&once->status, G_ONCE_STATUS_READY, __ATOMIC_SEQ_CST);
	return value;
}

gboolean
(g_once_init_enter)(volatile void *location)
{
	gboolean first = glib.enter(location);

	__tsan_acquire((void *)location);
	return first;
}

void
(g_once_init_leave)(volatile void *location, gsize result)
{
	__tsan_release((void *)location);
	glib.leave(location, result);
	__atomic_store_n((volatile gsize *)location, result, __ATOMIC_SEQ_CST);
}
