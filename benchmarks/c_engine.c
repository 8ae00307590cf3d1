/* The engine's step in plain C, on the engine's own arrays: the peer of c_engine.py.

   One step is one pair: N4 to N9 of the note with two sigmoids, loss and both gradient magnitudes
   recorded.  Nothing else is done: no stopping rule, no breakpoints, no look at whether numbers
   are finite, no order of sums to keep.  Compiled with -O3 -march=native -ffast-math.

   TUNED makes it what the engine is, loop by loop: eight rows abreast in the sums, four in the
   update, and the next pair fetched ahead.  Without it, it is the C that one writes first.

   W1T (n, l), W2 (d, l), Y (m, d), samples (count); compressed rows starts, indices, values. */

#include <math.h>
#include <stdint.h>
#include <string.h>

static void sigmoid(long size, const double *restrict z, double *restrict value,
                    double *restrict prime) {
  for (long k = 0; k < size; k++) {
    double s = 1.0 / (1.0 + exp(-z[k]));
    value[k] = s;
    prime[k] = s * (1.0 - s);
  }
}

static void hidden_sums(long l, long entries, const uint16_t *restrict indices,
                        const double *restrict values, const double *restrict W1T,
                        double *restrict z1) {
  memset(z1, 0, l * sizeof *z1);
  long p = 0;
#ifdef TUNED
  for (; p + 8 <= entries; p += 8) {
    const double a = values[p], b = values[p + 1], c = values[p + 2], e = values[p + 3];
    const double f = values[p + 4], g = values[p + 5], h = values[p + 6], m = values[p + 7];
    const double *restrict ra = W1T + indices[p] * l, *restrict rb = W1T + indices[p + 1] * l;
    const double *restrict rc = W1T + indices[p + 2] * l, *restrict re = W1T + indices[p + 3] * l;
    const double *restrict rf = W1T + indices[p + 4] * l, *restrict rg = W1T + indices[p + 5] * l;
    const double *restrict rh = W1T + indices[p + 6] * l, *restrict rm = W1T + indices[p + 7] * l;
    for (long k = 0; k < l; k++)
      z1[k] += a * ra[k] + b * rb[k] + c * rc[k] + e * re[k] + f * rf[k] + g * rg[k] +
               h * rh[k] + m * rm[k];
  }
#else
  for (; p + 4 <= entries; p += 4) {
    const double a = values[p], b = values[p + 1], c = values[p + 2], e = values[p + 3];
    const double *restrict ra = W1T + indices[p] * l, *restrict rb = W1T + indices[p + 1] * l;
    const double *restrict rc = W1T + indices[p + 2] * l, *restrict re = W1T + indices[p + 3] * l;
    for (long k = 0; k < l; k++) z1[k] += a * ra[k] + b * rb[k] + c * rc[k] + e * re[k];
  }
#endif
  for (; p < entries; p++) {
    const double a = values[p], *restrict ra = W1T + indices[p] * l;
    for (long k = 0; k < l; k++) z1[k] += a * ra[k];
  }
}

static double dot(long size, const double *restrict a, const double *restrict b) {
  double total = 0.0;
  for (long k = 0; k < size; k++) total += a[k] * b[k];
  return total;
}

static void update(long l, long entries, const uint16_t *restrict indices,
                   const double *restrict values, double rate, const double *restrict delta1,
                   double *restrict W1T) {
  long p = 0;
#ifdef TUNED
  for (; p + 4 <= entries; p += 4) {
    const double a = rate * values[p], b = rate * values[p + 1];
    const double c = rate * values[p + 2], e = rate * values[p + 3];
    double *restrict ra = W1T + indices[p] * l, *restrict rb = W1T + indices[p + 1] * l;
    double *restrict rc = W1T + indices[p + 2] * l, *restrict re = W1T + indices[p + 3] * l;
#pragma GCC ivdep
    for (long k = 0; k < l; k++) {
      ra[k] -= a * delta1[k];
      rb[k] -= b * delta1[k];
      rc[k] -= c * delta1[k];
      re[k] -= e * delta1[k];
    }
  }
#endif
  for (; p < entries; p++) {
    const double a = rate * values[p];
    double *restrict row = W1T + indices[p] * l;
    for (long k = 0; k < l; k++) row[k] -= a * delta1[k];
  }
}

void run(long l, long d, double *restrict W1T, double *restrict W2,
         const int64_t *restrict starts, const uint16_t *restrict indices,
         const double *restrict values, const double *restrict norms, const double *restrict Y,
         const int64_t *restrict samples, long count, double rate, double *restrict room,
         double *restrict losses, double *restrict magnitudes1, double *restrict magnitudes2) {
  double *restrict z1 = room, *restrict h = z1 + l, *restrict prime1 = h + l;
  double *restrict delta1 = prime1 + l, *restrict z2 = delta1 + l, *restrict f = z2 + d;
  double *restrict prime2 = f + d, *restrict delta2 = prime2 + d;
  for (long s = 0; s < count; s++) {
    const long i = samples[s], first = starts[i], entries = starts[i + 1] - first;
    const uint16_t *restrict columns = indices + first;
    const double *restrict x = values + first, *restrict y = Y + i * d;
#ifdef TUNED
    if (s + 2 < count) __builtin_prefetch(starts + samples[s + 2]);
    if (s + 1 < count) {
      const long next = samples[s + 1];
      for (long p = starts[next]; p < starts[next + 1]; p += 8) __builtin_prefetch(values + p);
      for (long p = starts[next]; p < starts[next + 1]; p += 32) __builtin_prefetch(indices + p);
      __builtin_prefetch(Y + next * d);
      __builtin_prefetch(Y + next * d + d);
      __builtin_prefetch(norms + next);
    }
#endif
    hidden_sums(l, entries, columns, x, W1T, z1); /* N4 */
    sigmoid(l, z1, h, prime1);
    for (long j = 0; j < d; j++) z2[j] = dot(l, W2 + j * l, h);
    sigmoid(d, z2, f, prime2);

    double loss = 0.0; /* N3, N5 */
    for (long j = 0; j < d; j++) {
      const double error = f[j] - y[j];
      loss += error * error;
      delta2[j] = 2.0 * error * prime2[j];
    }
    memset(delta1, 0, l * sizeof *delta1); /* N7, and N9 for W2 in the same pass */
    for (long j = 0; j < d; j++) {
      const double back = delta2[j], scaled = rate * back;
      double *restrict row = W2 + j * l;
      for (long k = 0; k < l; k++) {
        delta1[k] += back * row[k];
        row[k] -= scaled * h[k];
      }
    }
    for (long k = 0; k < l; k++) delta1[k] *= prime1[k];
    losses[s] = loss;
    magnitudes1[s] = sqrt(dot(l, delta1, delta1)) * norms[i];
    magnitudes2[s] = sqrt(dot(d, delta2, delta2) * dot(l, h, h));
    update(l, entries, columns, x, rate, delta1, W1T); /* N8, N9 for W1 */
  }
}
