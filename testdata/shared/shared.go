// Package shared finds the reference material that tests compare Soi with:
// the specification's vectors, real documents and judged queries. It lies
// beside the project as ../shared, for developers and for continuous
// integration; a clone without it still builds and passes.
package shared

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Path returns the path of name, slash-separated, in ../shared. Where it is
// missing the test is skipped and says so; with SOI_REQUIRE_SHARED=1 in the
// environment it fails instead. Under -short it is skipped too: the
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
		if os.Getenv("SOI_REQUIRE_SHARED") == "1" {
			t.Fatalf("SOI_REQUIRE_SHARED=1, but ../shared/%s cannot be read: %v", name, err)
		}
		t.Skipf("SKIPPED: ../shared/%s is not beside the project; set SOI_REQUIRE_SHARED=1 to make this a failure", name)
	}
	return path
}
