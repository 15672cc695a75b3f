package web

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// palette reads the colours that a part of the style sheet names.
func palette(t *testing.T, css string) map[string][3]float64 {
	t.Helper()
	colours := map[string][3]float64{}
	for _, m := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6});`).FindAllStringSubmatch(css, -1) {
		n, err := strconv.ParseUint(m[2], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		colours[m[1]] = [3]float64{float64(n >> 16), float64(n >> 8 & 255), float64(n & 255)}
	}
	return colours
}

// luminance and contrast are those of WCAG 2.2.
func luminance(c [3]float64) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v := c[i] / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}

func contrast(a, b [3]float64) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Text reaches 4.5 to 1 on whatever it stands, the edges of fields and the
// focus ring 3 to 1 (WCAG 2.2 AA), in light and in dark.
func TestContrast(t *testing.T) {
	css := string(assets["soi.css"].body)
	light, rest, ok := strings.Cut(css, "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("no dark colours")
	}
	dark, _, _ := strings.Cut(rest, "*, ::before")
	for scheme, part := range map[string]string{"light": light, "dark": dark} {
		colours := palette(t, part)
		for _, tt := range []struct {
			fronts, backs string
			least         float64
		}{
			{"ink soft faint accent accent-deep", "paper sheet", 4.5},
			{"ink soft accent", "tint", 4.5},
			{"on-accent", "accent accent-deep", 4.5},
			{"glow-ink", "glow", 4.5},
			{"edge accent", "paper sheet", 3},
		} {
			for _, front := range strings.Fields(tt.fronts) {
				for _, back := range strings.Fields(tt.backs) {
					f, okF := colours[front]
					b, okB := colours[back]
					if !okF || !okB {
						t.Fatalf("%s: no colour %s or %s", scheme, front, back)
					}
					if got := contrast(f, b); got < tt.least {
						t.Errorf("%s: %s on %s is %.2f, want %.1f", scheme, front, back, got, tt.least)
					}
				}
			}
		}
	}
}

// Two marks on one letter need room, and so that they stand on it, letters
// are not spaced out and fonts are not loaded.
func TestTypeSuitsVietnamese(t *testing.T) {
	css := string(assets["soi.css"].body)
	for _, m := range regexp.MustCompile(`(?:font:[^;]*/|line-height: )([0-9.]+)`).FindAllStringSubmatch(css, -1) {
		if height, err := strconv.ParseFloat(m[1], 64); err != nil || height < 1.55 {
			t.Errorf("line height in %q is below 1.55", m[0])
		}
	}
	for _, no := range []string{"letter-spacing", "@font-face", "text-transform"} {
		if strings.Contains(css, no) {
			t.Errorf("the style sheet has %s", no)
		}
	}
}
