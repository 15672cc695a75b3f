//go:build !unix

package ingest

import (
	"testing"

	"soi/testdata/shared"
)

// asNobody skips the test: this system has no user without rights to change to.
func asNobody(t *testing.T) {
	t.Helper()
	shared.Missing(t, shared.Require, "this user may read everything")
}
