/* Runs a program and writes what it used, as one line of JSON, to a file:
 *
 *   measure RESULT PROGRAM ARGUMENTS…
 *
 * wall, user and system seconds, the peak of the resident memory in KiB and the status. A program
 * of its own because Linux counts the memory of the process that starts another as the other's
 * until it runs, and Python's would be the peak of every small program.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) { return (double)time.tv_sec + time.tv_usec * 1e-6; }

int main(int count, char **arguments) {
  if (count < 3) return 64;
  struct timespec begun, ended;
  clock_gettime(CLOCK_MONOTONIC, &begun);
  pid_t child = fork();
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    perror(arguments[2]);
    _exit(127);
  }
  int status = 0;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) != child) return 1;
  clock_gettime(CLOCK_MONOTONIC, &ended);
  FILE *result = fopen(arguments[1], "w");
  if (!result) return 1;
  fprintf(result,
          "{\"wall\": %.6f, \"user\": %.6f, \"system\": %.6f, \"kilobytes\": %ld, \"status\": %d}\n",
          (double)(ended.tv_sec - begun.tv_sec) + (ended.tv_nsec - begun.tv_nsec) * 1e-9,
          seconds(usage.ru_utime), seconds(usage.ru_stime), usage.ru_maxrss,
          WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
  return fclose(result) != 0;
}
