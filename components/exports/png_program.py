"""Program that draws the SVG on its standard input as a PNG on its standard output; its arguments are files of fonts.

A process of its own, since resvg lets no other thread of the app run while it draws.
"""

import sys

from resvg_py import svg_to_bytes

if __name__ == "__main__":
    sys.stdout.buffer.write(svg_to_bytes(sys.stdin.buffer.read().decode(), skip_system_fonts=True, font_files=sys.argv[1:]))
