/* fuzz-main.c: runs a fuzzer without libFuzzer, the same way every time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each argument is a seed, or a folder of seeds. Every seed goes through as it
 * is, cut short, and changed in many ways from a fixed beginning.
 */
#include "config.h"

#include "fuzz.h"

#include <glib.h>
#include <string.h>

#define MUTATIONS 3000

static void
run (const GByteArray *input)
{
  LLVMFuzzerTestOneInput (input->data, input->len);
}

static guint
any (GRand *random,
     guint  count)
{
  return (guint) g_rand_int_range (random, 0, (gint32) MAX (count, 1));
}

/* Changes, removes, repeats or moves a few bytes, mostly to what the seed itself has. */
static void
mutate (GByteArray *input,
        GRand      *random)
{
  guint8 block[64];
  guint length = 1 + any (random, sizeof block);
  guint at;

  if (input->len == 0)
    return;
  length = MIN (length, input->len);
  at = any (random, input->len - length + 1);
  switch (any (random, 5))
    {
    case 0:
      input->data[at] ^= (guint8) (1u << any (random, 8));
      break;
    case 1:
      input->data[at] = (guint8) any (random, 256);
      break;
    case 2:
      g_byte_array_remove_range (input, at, length);
      break;
    case 3:
      memcpy (block, input->data + at, length);
      g_byte_array_append (input, block, length);
      break;
    default:
      memcpy (block, input->data + at, length);
      memcpy (input->data + any (random, input->len - length + 1), block, length);
    }
}

static void
run_seed (const char *path)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  g_autoptr (GByteArray) input = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  g_byte_array_append (input, (const guint8 *) text, (guint) length);
  run (input);
  for (guint i = 0; i < MIN (length, 400); i++)
    {
      g_byte_array_set_size (input, (guint) (length * i / MIN (length, 400)));
      run (input);
    }
  for (guint i = 0; i < MUTATIONS; i++)
    {
      g_byte_array_set_size (input, 0);
      g_byte_array_append (input, (const guint8 *) text, (guint) length);
      for (guint j = 0; j <= i % 8; j++)
        mutate (input, random);
      run (input);
    }
}

int
main (int    argc,
      char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, NULL);
      const char *name;

      if (folder == NULL)
        run_seed (argv[i]);
      else
        while ((name = g_dir_read_name (folder)) != NULL)
          {
            g_autofree char *path = g_build_filename (argv[i], name, NULL);

            run_seed (path);
          }
    }
  return 0;
}
