using System.Globalization;
using System.Text;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>Names for files from a product's title and a placement: plain letters, never twice the same.</summary>
internal sealed class FileNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Next(int product, string title, string placement, string extension)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{product:00}-{Plain($"{title} {placement}")}");
        var chosen = name;
        for (var number = 2; !_taken.Add(chosen + extension); number++)
        {
            chosen = $"{name}-{number}";
        }
        return chosen + extension;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant().Take(100))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                plain.Append(letter);
            }
            else if (plain.Length > 0 && plain[^1] != '-')
            {
                plain.Append('-');
            }
        }
        return plain.ToString().Trim('-');
    }
}
