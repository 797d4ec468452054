/* What follows the convolution of a layer, in one pass over memory each way. Of a style-based generator (Karras et al.
 * 2018, figure 1b): noise and bias, leaky ReLU, instance norm, style. Of a traditional one (Karras et al. 2017): bias,
 * leaky ReLU, pixel norm. Maps are bfloat16 in channels-last order [n, positions, units]; sums
 * and everything of a unit are float. epilogue.py compiles and calls this. */
#include <math.h>
#include <stdint.h>
#include <string.h>

static inline float read(uint16_t half) {
  uint32_t bits = (uint32_t)half << 16;
  float value;
  memcpy(&value, &bits, 4);
  return value;
}

static inline uint16_t round_even(float value) {
  uint32_t bits;
  memcpy(&bits, &value, 4);
  return (uint16_t)((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}

#define UNITS 1024

static inline float activate(uint16_t x, float noise, float strength, float bias, float slope) {
  float value = read(x) + noise * strength + bias;
  return value > 0 ? value : value * slope;
}

/* y = (a - mean(a)) / deviation(a) * scale + shift, with a = leaky(x + noise * strength + bias). */
void epilogue_forward(int samples, int positions, int units, const uint16_t *restrict x, const float *restrict noise,
                      const float *restrict strength, const float *restrict bias, const float *restrict scale,
                      const float *restrict shift, float slope, float epsilon, float *restrict mean,
                      float *restrict inverse, uint16_t *restrict y) {
  for (int n = 0; n < samples; n++) {
    float sum[UNITS] = {0}, square[UNITS] = {0}, gain[UNITS], offset[UNITS];
    for (int p = 0; p < positions; p++)
      for (int u = 0; u < units; u++)
        sum[u] += activate(x[(size_t)p * units + u], noise[p], strength[u], bias[u], slope);
    for (int u = 0; u < units; u++) sum[u] /= positions;
    for (int p = 0; p < positions; p++)
      for (int u = 0; u < units; u++) {
        float off = activate(x[(size_t)p * units + u], noise[p], strength[u], bias[u], slope) - sum[u];
        square[u] += off * off;
      }
    for (int u = 0; u < units; u++) {
      mean[u] = sum[u];
      inverse[u] = 1 / sqrtf(square[u] / positions + epsilon);
      gain[u] = inverse[u] * scale[u];
      offset[u] = shift[u] - sum[u] * gain[u];
    }
    for (int p = 0; p < positions; p++)
      for (int u = 0; u < units; u++)
        y[(size_t)p * units + u] =
            round_even(activate(x[(size_t)p * units + u], noise[p], strength[u], bias[u], slope) * gain[u] + offset[u]);
    x += (size_t)positions * units, y += (size_t)positions * units, noise += positions;
    mean += units, inverse += units, scale += units, shift += units;
  }
}

/* Gradients of everything but the noise. Those of strength and bias are added to what is there. */
void epilogue_backward(int samples, int positions, int units, const uint16_t *restrict x, const float *restrict noise,
                       const float *restrict strength, const float *restrict bias, const float *restrict scale,
                       float slope, const float *restrict mean, const float *restrict inverse,
                       const uint16_t *restrict y_grad, uint16_t *restrict x_grad, float *restrict strength_grad,
                       float *restrict bias_grad, float *restrict scale_grad, float *restrict shift_grad) {
  for (int n = 0; n < samples; n++) {
    float total[UNITS] = {0}, along[UNITS] = {0}, gain[UNITS];
    for (int p = 0; p < positions; p++)
      for (int u = 0; u < units; u++) {
        float a = activate(x[(size_t)p * units + u], noise[p], strength[u], bias[u], slope);
        float g = read(y_grad[(size_t)p * units + u]);
        total[u] += g;
        along[u] += g * (a - mean[u]);
      }
    for (int u = 0; u < units; u++) {
      shift_grad[u] = total[u];
      scale_grad[u] = along[u] * inverse[u];
      gain[u] = scale[u] * inverse[u];
      total[u] /= positions;
      along[u] *= inverse[u] * inverse[u] / positions;
    }
    for (int p = 0; p < positions; p++)
      for (int u = 0; u < units; u++) {
        float a = activate(x[(size_t)p * units + u], noise[p], strength[u], bias[u], slope);
        float g = gain[u] * (read(y_grad[(size_t)p * units + u]) - total[u] - (a - mean[u]) * along[u]);
        g = a > 0 ? g : g * slope;
        bias_grad[u] += g;
        strength_grad[u] += g * noise[p];
        x_grad[(size_t)p * units + u] = round_even(g);
      }
    x += (size_t)positions * units, y_grad += (size_t)positions * units, x_grad += (size_t)positions * units;
    noise += positions, mean += units, inverse += units, scale += units, scale_grad += units, shift_grad += units;
  }
}

/* y = a / sqrt(mean of a^2 over the units + epsilon), with a = leaky(x + bias), at each position of its own. */
void pixel_forward(int samples, int positions, int units, const uint16_t *restrict x, const float *restrict bias,
                   float slope, float epsilon, uint16_t *restrict y) {
  for (size_t p = 0; p < (size_t)samples * positions; p++, x += units, y += units) {
    float square = 0;
    for (int u = 0; u < units; u++) {
      float a = activate(x[u], 0, 0, bias[u], slope);
      square += a * a;
    }
    float inverse = 1 / sqrtf(square / units + epsilon);
    for (int u = 0; u < units; u++) y[u] = round_even(activate(x[u], 0, 0, bias[u], slope) * inverse);
  }
}

/* Gradients of x and bias; that of the bias is added to what is there. */
void pixel_backward(int samples, int positions, int units, const uint16_t *restrict x, const float *restrict bias,
                    float slope, float epsilon, const uint16_t *restrict y_grad, uint16_t *restrict x_grad,
                    float *restrict bias_grad) {
  for (size_t p = 0; p < (size_t)samples * positions; p++, x += units, y_grad += units, x_grad += units) {
    float square = 0, along = 0;
    for (int u = 0; u < units; u++) {
      float a = activate(x[u], 0, 0, bias[u], slope);
      square += a * a;
      along += a * read(y_grad[u]);
    }
    float inverse = 1 / sqrtf(square / units + epsilon);
    along *= inverse * inverse / units;
    for (int u = 0; u < units; u++) {
      float a = activate(x[u], 0, 0, bias[u], slope);
      float g = (read(y_grad[u]) - a * along) * inverse;
      g = a > 0 ? g : g * slope;
      bias_grad[u] += g;
      x_grad[u] = round_even(g);
    }
  }
}
