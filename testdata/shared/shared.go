// Package shared finds the reference material that tests compare Soi with:
// the specification's vectors, real documents and judged queries. It lies
// beside the project as ../shared, for developers and for continuous
// integration; a clone without it still builds and passes.
package shared

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Path returns the path of name, slash-separated, in ../shared. Where it is
// missing the test is skipped or fails; see Missing. Under -short it is skipped too: the
// run with the race detector leaves what needs it to the run without.
func Path(t testing.TB, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skipf("left to the run without -short: needs ../shared/%s", name)
	}
	_, self, _, ok := runtime.Caller(0)
	if !ok {
		t.Fatal("shared: the place of this file is not known")
	}
	root := filepath.Join(filepath.Dir(self), "..", "..")
	path := filepath.Join(root, "..", "shared", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		Missing(t, Require, "../shared/%s is not beside the project: %v", name, err)
	}
	return path
}

// Require is the environment variable that makes a failure of whatever
// continuous integration has and a test does not find.
const Require = "SOI_REQUIRE_SHARED"

// Missing skips a test that cannot run here, and says what it lacks; with the
// environment variable require set to 1 the test fails instead. "go test" does
// not show what passing packages say, so the reason is also added, a line, to
// the file that SOI_SKIPPED names: "make test" ends with those lines.
func Missing(t testing.TB, require, format string, args ...any) {
	t.Helper()
	reason := fmt.Sprintf(format, args...)
	if os.Getenv(require) == "1" {
		t.Fatalf("%s=1, but %s", require, reason)
	}
	if name := os.Getenv("SOI_SKIPPED"); name != "" {
		f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := fmt.Fprintf(f, "SKIPPED %s: %s\n", t.Name(), reason); err != nil {
			t.Fatal(err)
		}
	}
	t.Skipf("SKIPPED: %s; set %s=1 to make this a failure", reason, require)
}
