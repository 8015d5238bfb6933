/*
 * Makes every flush of a process take a given time longer: preloaded into PostgreSQL, it stands in for an ordinary cloud
 * disk, where a flush takes 1 to 3 ms. The flush itself still happens, so durability is what it was.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <time.h>

typedef int (*flush_function)(int);

static flush_function real_fdatasync;
static flush_function real_fsync;
static struct timespec extra;

__attribute__((constructor)) static void prepare(void) {
    const char *micros = getenv("SLOW_FLUSH_MICROS");
    long wanted = micros ? atol(micros) : 0;
    extra.tv_sec = wanted / 1000000;
    extra.tv_nsec = (wanted % 1000000) * 1000;
    real_fdatasync = (flush_function)dlsym(RTLD_NEXT, "fdatasync");
    real_fsync = (flush_function)dlsym(RTLD_NEXT, "fsync");
}

static void wait_longer(void) {
    if (extra.tv_sec == 0 && extra.tv_nsec == 0) {
        return;
    }
    prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0); /* the default slack of 50 us would be charged to the flush */
    nanosleep(&extra, NULL);
}

int fdatasync(int descriptor) {
    wait_longer();
    return real_fdatasync(descriptor);
}

int fsync(int descriptor) {
    wait_longer();
    return real_fsync(descriptor);
}
