package index

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"soi/index/schema"
)

// The variables that turn the test binary into the writer that TestCrash
// kills: the folder of the index, and the first round to write.
const (
	crashDir   = "SOI_TEST_CRASH_DIR"
	crashFirst = "SOI_TEST_CRASH_FIRST"
)

// roundDocs is how many documents each round writes: enough for a round to
// take about as long as the moment of the kill is random.
const roundDocs = 40

// round makes the documents of round n. Those of every round have the same
// ids, so that an index that mixes two rounds is noticed.
func round(n int) []*schema.Document {
	docs := make([]*schema.Document, roundDocs)
	for i := range docs {
		docs[i] = report(fmt.Sprintf("/r/%d", i), fmt.Sprintf("Vòng %d\n%s", n, strings.Repeat("kiểm điểm, ", 50)))
	}
	return docs
}

// wholeRound returns the round that ix holds; that it holds anything else
// than one whole round is an error.
func wholeRound(ix *Index) (int, error) {
	v, release := ix.acquire()
	defer release()
	var ids []string
	for _, d := range round(0) {
		ids = append(ids, d.ID)
	}
	docs, err := v.loadMany(ids)
	if err != nil {
		return 0, err
	}
	for _, d := range docs {
		if d.TitleText() != docs[0].TitleText() {
			return 0, fmt.Errorf("one generation holds %q and %q", docs[0].TitleText(), d.TitleText())
		}
	}
	return strconv.Atoi(strings.TrimPrefix(docs[0].TitleText(), "Vòng "))
}

func roundOf(t *testing.T, ix *Index) int {
	t.Helper()
	n, err := wholeRound(ix)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A writer that is killed at any moment leaves the answers of its last
// commit, and the next writer goes on from there.
func TestCrash(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, round(0)...)
	commit(t, w)
	last := 0
	for kill := range 20 {
		told := killedWriter(t, dir, last+1)
		if told == 0 {
			told = last
		}
		ix := open(t, dir)
		// It may have died between its commit and telling of it.
		last = roundOf(t, ix)
		if last != told && last != told+1 {
			t.Fatalf("kill %d: index holds round %d, the writer told of %d", kill, last, told)
		}
		if r, err := Verify(t.Context(), dir); err != nil || len(r.Problems) > 0 {
			t.Fatalf("kill %d: Verify = %+v, %v", kill, r, err)
		}
		ix.Close()

		last++
		w := begin(t, dir)
		put(t, w, round(last)...)
		commit(t, w)
		if left, _ := filepath.Glob(filepath.Join(dir, "gen-*")); len(left) != 1 {
			t.Errorf("kill %d: generations left: %v", kill, left)
		}
	}
}

// killedWriter runs a writer that commits one round after the other, kills it
// at a random moment, and returns the last round it told of; 0 is none.
func killedWriter(t *testing.T, dir string, first int) (told int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), crashDir+"="+dir, crashFirst+"="+strconv.Itoa(first))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	started := false
	for lines.Scan() {
		if !started && lines.Text() == "started" {
			started = true
			time.AfterFunc(time.Duration(rand.IntN(60))*time.Millisecond, func() { cmd.Process.Kill() })
		}
		if n, ok := strings.CutPrefix(lines.Text(), "committed "); ok {
			told, _ = strconv.Atoi(n)
		}
	}
	io.Copy(io.Discard, out)
	if err := cmd.Wait(); err == nil || !started {
		t.Fatalf("the writer ended by itself: %v", err)
	}
	return told
}

// TestMain is the tests, or the writer that TestCrash kills.
func TestMain(m *testing.M) {
	if dir := os.Getenv(crashDir); dir != "" {
		fmt.Fprintln(os.Stderr, writeRounds(dir))
		os.Exit(2)
	}
	os.Exit(m.Run())
}

// writeRounds commits one round after the other to dir, for ever.
func writeRounds(dir string) error {
	first, err := strconv.Atoi(os.Getenv(crashFirst))
	if err != nil {
		return err
	}
	fmt.Println("started")
	ctx := context.Background()
	for n := first; ; n++ {
		w, err := OpenWriter(ctx, dir, WriterOptions{})
		if err != nil {
			return err
		}
		for _, d := range round(n) {
			if err := w.Put(ctx, d); err != nil {
				return err
			}
		}
		if _, err := w.Commit(ctx); err != nil {
			return err
		}
		fmt.Println("committed", n)
	}
}
