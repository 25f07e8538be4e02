#!/bin/sh
# Prints CPU seconds and peak memory of the whole program for the sample, and for
# a book of 35 chapters and one of 502 articles where the corpus is there.
cd "$(dirname "$0")" && exec go test -run '^$' -bench Program -benchtime "${1:-5x}" .
