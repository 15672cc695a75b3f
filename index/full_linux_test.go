package index

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"soi/index/schema"
	"soi/testdata/shared"
)

// smallDisk mounts a file system of so many bytes and returns its folder.
func smallDisk(t *testing.T, size int) string {
	t.Helper()
	if testing.Short() {
		t.Skip("left to the run without -short: fills a disk many times")
	}
	dir := t.TempDir()
	if err := unix.Mount("soi-test", dir, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		shared.Missing(t, shared.Require, "no small disk can be mounted: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, 0); err != nil {
			t.Errorf("unmount %s: %v", dir, err)
		}
	})
	return dir
}

// wordy makes documents of so many bytes together, of words that hardly
// repeat in one, so that the index is not smaller than they are.
func wordy(n, bytes int) []*schema.Document {
	r := rand.New(rand.NewPCG(1, 2))
	docs := make([]*schema.Document, n)
	for i := range docs {
		var b strings.Builder
		for b.Len() < bytes/n {
			b.WriteString(letters(r.IntN(1<<15)) + " ")
		}
		docs[i] = report(fmt.Sprintf("/big/%d", i), b.String())
	}
	return docs
}

// fill leaves free bytes on the disk of path.
func fill(t *testing.T, path string, free int64) {
	t.Helper()
	var disk unix.Statfs_t
	if err := unix.Statfs(filepath.Dir(path), &disk); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if size := int64(disk.Bavail)*disk.Bsize - free; size > 0 {
		if _, err := io.CopyN(f, zeros{}, size); err != nil {
			t.Fatal(err)
		}
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

// When the disk is full, wherever in a run that happens, the run ends with an
// error that says so and where; the old answers stay, nothing is left behind,
// and with room again the next run works.
func TestFullDisk(t *testing.T) {
	disk := smallDisk(t, 16<<20)
	dir := filepath.Join(disk, "index")
	w := begin(t, dir)
	put(t, w, report("/r/a", "một"))
	commit(t, w)
	docs := wordy(40, 200<<10)
	where := map[string]int{} // how often it failed, by stage
	for free := int64(0); ; free += 300 << 10 {
		fill(t, filepath.Join(disk, "filler"), free)
		stage, err := putAll(t.Context(), dir, docs)
		where[stage]++
		if err != nil && (!errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), dir)) {
			t.Errorf("%d bytes free: %s: %v", free, stage, err)
		}
		ix := open(t, dir)
		if got := texts(t, ix, "id-a"); got != "một" || (ix.Info().Documents == 1) != (err != nil) {
			t.Errorf("%d bytes free: index holds %q and %d documents after %v", free, got, ix.Info().Documents, err)
		}
		ix.Close()
		if left, _ := filepath.Glob(filepath.Join(dir, "gen-*")); len(left) != 1 {
			t.Errorf("%d bytes free: generations left: %v", free, left)
		}
		if err := os.Remove(filepath.Join(disk, "filler")); err != nil {
			t.Fatal(err)
		}
		if err == nil {
			break
		}
	}
	t.Log(where)
	for _, stage := range []string{"open", "put", "commit"} {
		if where[stage] == 0 {
			t.Errorf("the disk was never full at: %s", stage)
		}
	}
}

// putAll indexes docs in batches of a few and returns how far it came.
func putAll(ctx context.Context, dir string, docs []*schema.Document) (stage string, err error) {
	w, err := OpenWriter(ctx, dir, WriterOptions{})
	if err != nil {
		return "open", err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	for _, d := range docs {
		if err := w.Put(ctx, d); err != nil {
			return "put", err
		}
		w.load.limit = 40 << 10
	}
	if _, err = w.Commit(ctx); err != nil {
		return "commit", err
	}
	return "done", nil
}
