package shared

import (
	"os"
	"path/filepath"
	"testing"
)

// A test that lacks something ends there, and the file says what it lacked.
func TestMissing(t *testing.T) {
	const require = "SOI_REQUIRE_NOTHING"
	file := filepath.Join(t.TempDir(), "skipped")
	t.Setenv("SOI_SKIPPED", file)
	t.Setenv(require, "0")
	goesOn := false
	t.Run("moon", func(t *testing.T) {
		Missing(t, require, "there is no %s", "moon")
		goesOn = true
	})
	said, err := os.ReadFile(file)
	if want := "SKIPPED TestMissing/moon: there is no moon\n"; goesOn || err != nil || string(said) != want {
		t.Errorf("the file says %q, %v, want %q; the test goes on: %t", said, err, want, goesOn)
	}
}
