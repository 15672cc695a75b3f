package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// testStreams are streams into buffers, with English messages.
func testStreams(out, err io.Writer) streams {
	return streams{in: strings.NewReader(""), out: out, err: err, columns: columns, env: func(name string) string {
		return map[string]string{"SOI_LANG": "en"}[name]
	}}
}

// mustIndex indexes paths into dir.
func mustIndex(t testing.TB, dir string, paths ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	args := append([]string{"index", "--index", dir}, paths...)
	if code := run(testStreams(&out, &errs), args); code != exitOK {
		t.Fatalf("soi %v: exit code %d\n%s%s", args, code, out.String(), errs.String())
	}
}

// startServer serves the index in dir and returns the address. The server is
// stopped when the test ends, and must then end without an error.
func startServer(t testing.TB, dir string) (address string) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	reader, writer := io.Pipe()
	a := newApp(testStreams(writer, io.Discard), nil)
	done := make(chan error, 1)
	go func() {
		err := a.runServe(ctx, serveOptions{IndexDir: dir, Addr: "127.0.0.1:0"})
		writer.CloseWithError(io.EOF)
		done <- err
	}()
	t.Cleanup(func() {
		stop()
		select {
		case err := <-done:
			if err != nil {
				t.Errorf("the server ended with: %v", err)
			}
		case <-time.After(20 * time.Second):
			t.Error("the server does not end when it is told to")
		}
	})
	line, err := bufio.NewReader(reader).ReadString('\n')
	if err != nil {
		t.Fatalf("the server says %q, then %v (%v)", line, err, <-done)
	}
	go func() { _, _ = io.Copy(io.Discard, reader) }()
	if address = regexp.MustCompile(`http://[0-9.:]+/`).FindString(line); address == "" {
		t.Fatalf("no address in %q", line)
	}
	return address
}

// body fetches a page that must be there.
func body(t *testing.T, url string) string {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: %s\n%s", url, resp.Status, b)
	}
	return string(b)
}

// TestServeFollowsIndex indexes while a server runs: it must answer all along
// and find the new document without a restart.
func TestServeFollowsIndex(t *testing.T) {
	docs, dir := t.TempDir(), filepath.Join(t.TempDir(), "index")
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(docs, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("mot.txt", "Báo cáo thứ nhất về công tác kiểm tra của chi bộ\n\nNội dung một.\n")
	mustIndex(t, dir, docs)
	address := startServer(t, dir)
	const query = "search?q=tham+muu+lien+nganh"
	if strings.Contains(body(t, address+query), "hai.txt") {
		t.Fatal("the document is found before it is there")
	}
	write("hai.txt", "Báo cáo thứ hai về công tác tham mưu liên ngành\n\nNội dung hai.\n")
	mustIndex(t, dir, docs)
	deadline := time.Now().Add(10 * time.Second)
	for !strings.Contains(body(t, address+query), "Báo cáo thứ hai") && !strings.Contains(body(t, address+query), "/doc/") {
		if time.Now().After(deadline) {
			t.Fatal("the server does not notice the new generation")
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// TestDemo runs the first command of the README.
func TestDemo(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	reader, writer := io.Pipe()
	a := newApp(testStreams(writer, os.Stderr), nil)
	done := make(chan error, 1)
	go func() {
		err := a.runDemo(ctx, serveOptions{Addr: "127.0.0.1:0"}, false)
		writer.CloseWithError(io.EOF)
		done <- err
	}()
	lines := bufio.NewScanner(reader)
	address := ""
	for address == "" && lines.Scan() {
		address = regexp.MustCompile(`http://[0-9.:]+/`).FindString(lines.Text())
	}
	if address == "" {
		t.Fatalf("the demo ends without an address: %v", <-done)
	}
	go func() { _, _ = io.Copy(io.Discard, reader) }()
	if page := body(t, address+"search?q=tu+soi+tu+sua"); !strings.Contains(page, "<mark") {
		t.Error("the sample reports have no match for tu soi tu sua")
	}
	stop()
	if err := <-done; err != nil {
		t.Errorf("the demo ended with: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "soi-demo-*")); len(left) > 0 {
		t.Errorf("the demo leaves %v", left)
	}
}

// TestDemoElsewhere runs the demo while its port is taken.
func TestDemoElsewhere(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	ctx, stop := context.WithCancel(context.Background())
	reader, writer := io.Pipe()
	a := newApp(testStreams(writer, os.Stderr), nil)
	opts := serveOptions{Addr: taken.Addr().String()}
	if err := a.runDemo(ctx, opts, false); err == nil || !strings.Contains(err.Error(), opts.Addr) {
		t.Errorf("an address that was asked for and is taken: %v", err)
	}
	done := make(chan error, 1)
	go func() {
		err := a.runDemo(ctx, opts, true)
		writer.CloseWithError(io.EOF)
		done <- err
	}()
	found := false
	for lines := bufio.NewScanner(reader); !found && lines.Scan(); {
		found = strings.Contains(lines.Text(), "http://127.0.0.1:") && !strings.Contains(lines.Text(), opts.Addr)
	}
	go func() { _, _ = io.Copy(io.Discard, reader) }()
	stop()
	if err := <-done; err != nil || !found {
		t.Errorf("the demo on another port: found %v, %v", found, err)
	}
}
