package main

import (
	_ "codeberg.org/readeck/go-readability/v2"
	_ "github.com/RoaringBitmap/roaring/v2"
	_ "github.com/blevesearch/bleve/v2"
	_ "github.com/chromedp/chromedp"
	_ "github.com/cli/browser"
	_ "github.com/gofrs/flock"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/spf13/cobra"
	_ "golang.org/x/net/html/charset"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/sys/unix"
	_ "golang.org/x/term"
	_ "golang.org/x/text/message"
	_ "golang.org/x/text/unicode/norm"
)

func main() {}
