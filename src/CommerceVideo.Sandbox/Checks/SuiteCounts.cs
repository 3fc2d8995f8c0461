using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommerceVideo.Sandbox.Checks;

/// <summary>Reads how many tests passed out of what each runner leaves behind.</summary>
internal static partial class SuiteCounts
{
    /// <summary>The result file of <c>dotnet test</c>; tests that were skipped are in its total alone.</summary>
    public static Totals FromTrx(string xml)
    {
        var counters = XDocument.Parse(xml).Descendants().First(element => element.Name.LocalName == "Counters");
        int Read(string name) => (int?)counters.Attribute(name) ?? 0;
        var failed = Read("failed") + Read("error") + Read("timeout") + Read("aborted");
        return new Totals(Read("passed"), failed, Read("total") - Read("passed") - failed);
    }

    /// <summary>The closing lines of <c>node --test</c>, in either of its default forms.</summary>
    public static Totals FromNode(string output)
    {
        var counts = NodeCount()
            .Matches(output)
            .GroupBy(line => line.Groups["what"].Value, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Sum(line => int.Parse(line.Groups["number"].Value, CultureInfo.InvariantCulture)),
                StringComparer.Ordinal
            );
        int Read(string what) => counts.GetValueOrDefault(what);
        return new Totals(Read("pass"), Read("fail") + Read("cancelled"), Read("skipped") + Read("todo"));
    }

    /// <summary>What node's report says of the tests that failed, without the many that did not; all of it where that form is not known.</summary>
    public static string FailuresOf(string output)
    {
        var failures = NodeFailure().Matches(output).Select(match => match.Value).ToList();
        return failures.Count > 0 ? string.Join('\n', failures) : output;
    }

    [GeneratedRegex(
        @"^ *not ok [\s\S]*?^ *\.\.\.$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking,
        5000
    )]
    private static partial Regex NodeFailure();

    [GeneratedRegex(
        @"^(?:#|ℹ) (?<what>pass|fail|cancelled|skipped|todo) (?<number>[0-9]+)\s*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NodeCount();
}
