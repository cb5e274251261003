/* queue.c - pieces of work taken by threads and given back in order. */
#include "cli/batch.h"

/* How many pieces may be in work or wait for their turn: so many that one slow
 * piece does not let the other threads idle, so few that memory is bounded. */
#define PIECES_A_THREAD 8u

struct queue {
	const struct queue_work *work;
	gpointer payload;
	gboolean ordered;
	guint window;
	GMutex taking; /* held while a piece is taken */
	gboolean ended;
	GMutex lock; /* of what follows */
	GCond room;
	gpointer *slots; /* pieces that are done and not emitted, by number */
	guint64 taken, emitted;
	gboolean emitting;
};

static gpointer
take(struct queue *queue, guint64 *number)
{
	gpointer piece = NULL;

	g_mutex_lock(&queue->taking);
	g_mutex_lock(&queue->lock);
	while (queue->taken - queue->emitted >= queue->window)
		g_cond_wait(&queue->room, &queue->lock);
	g_mutex_unlock(&queue->lock);
	if (!queue->ended)
		piece = queue->work->take(queue->payload);
	if (piece) {
		g_mutex_lock(&queue->lock);
		*number = queue->taken++;
		g_mutex_unlock(&queue->lock);
	} else {
		queue->ended = TRUE;
	}
	g_mutex_unlock(&queue->taking);
	return piece;
}

/* The piece whose turn it is, taken from its slot; or NULL. */
static gpointer
next_of(struct queue *queue)
{
	gpointer *slot = &queue->slots[queue->emitted % queue->window];
	gpointer piece = *slot;

	*slot = NULL;
	return piece;
}

/* Without an order, a piece takes the next slot whatever its number is. The slot
 * of the piece that is just being emitted is empty but not free. */
static guint64
free_slot(const struct queue *queue)
{
	guint64 number = queue->emitted + (queue->emitting ? 1 : 0);

	while (queue->slots[number % queue->window])
		number++;
	return number;
}

/* Whoever finishes the piece whose turn it is emits it and those that waited
 * behind it; the others go back to work. */
static void
give(struct queue *queue, guint64 number, gpointer piece)
{
	g_mutex_lock(&queue->lock);
	if (!queue->ordered)
		number = free_slot(queue);
	queue->slots[number % queue->window] = piece;
	if (!queue->emitting) {
		queue->emitting = TRUE;
		while ((piece = next_of(queue))) {
			g_mutex_unlock(&queue->lock);
			queue->work->emit(queue->payload, piece);
			g_mutex_lock(&queue->lock);
			queue->emitted++;
			g_cond_broadcast(&queue->room);
		}
		queue->emitting = FALSE;
	}
	g_mutex_unlock(&queue->lock);
}

static gpointer
work(gpointer data)
{
	struct queue *queue = data;
	gpointer state = queue->work->start(queue->payload), piece;
	guint64 number = 0;

	while ((piece = take(queue, &number))) {
		queue->work->work(queue->payload, state, piece);
		give(queue, number, piece);
	}
	queue->work->end(state);
	return NULL;
}

void
queue_run(const struct queue_work *todo, gpointer payload, guint n_threads,
    gboolean ordered)
{
	struct queue queue = {
	    .work = todo,
	    .payload = payload,
	    .ordered = ordered,
	    .window = n_threads * PIECES_A_THREAD,
	};
	g_autoptr(GPtrArray) threads = g_ptr_array_new();

	queue.slots = g_new0(gpointer, queue.window);
	g_mutex_init(&queue.taking);
	g_mutex_init(&queue.lock);
	g_cond_init(&queue.room);
	for (guint i = 1; i < n_threads; i++)
		g_ptr_array_add(threads, g_thread_new("convert", work, &queue));
	work(&queue); /* this thread is one of them */
	for (guint i = 0; i < threads->len; i++)
		g_thread_join(threads->pdata[i]);
	g_cond_clear(&queue.room);
	g_mutex_clear(&queue.lock);
	g_mutex_clear(&queue.taking);
	g_free(queue.slots);
}
