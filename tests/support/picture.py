# picture.py: what is on a private display, as pixels
#
# SPDX-License-Identifier: GPL-3.0-or-later
import struct


class Picture:
    """What a display of Xvfb shows at this moment, read from the file it keeps it in."""

    def __init__(self, path):
        data = path.read_bytes()
        # The header of X window dumps: 25 words, most significant byte first.
        words = struct.unpack(">25I", data[:100])
        header, colours = words[0], words[19]
        assert words[1] == 7 and words[11] == 32 and words[7] == 0, f"not a picture we can read: {words}"
        self.width, self.height, self.stride = words[4], words[5], words[12]
        self.pixels = data[header + 12 * colours:]

    def colour(self, x, y):
        """The colour of a pixel, as "#rrggbb"."""
        start = y * self.stride + 4 * x
        blue, green, red = self.pixels[start:start + 3]
        return f"#{red:02x}{green:02x}{blue:02x}"

    def find(self, colour, area):
        """The pixels of just this colour in an area (x, y, width, height), row by row."""
        red, green, blue = (int(colour[i:i + 2], 16) for i in (1, 3, 5))
        wanted = bytes((blue, green, red))
        left, top = max(0, area[0]), max(0, area[1])
        right, bottom = min(self.width, area[0] + area[2]), min(self.height, area[1] + area[3])
        for y in range(top, bottom):
            row = self.pixels[y * self.stride + 4 * left:y * self.stride + 4 * right]
            at = row.find(wanted)
            while at >= 0:
                if at % 4 == 0:
                    yield left + at // 4, y
                at = row.find(wanted, at + 1)
