using System.Text.Json.Serialization;
using CommerceVideo.Media.Masks;
using CommerceVideo.Quality;
using CommerceVideo.Routing.Commands;

namespace CommerceVideo.Rendering;

/// <summary>What <c>check --json</c> says; its members are promised.</summary>
internal sealed record CheckReport(string Verdict, CheckedMask Mask, IReadOnlyList<CheckedFinding> Findings)
{
    [JsonPropertyOrder(-1)]
    public int Schema { get; } = 1;

    public static CheckReport Of(PhotoStudy study, Judgement judgement) =>
        new(
            Word(judgement.Verdict),
            new CheckedMask(Word(study.Mask.Kind), Math.Round(study.Mask.Coverage, 3)),
            [
                .. judgement.Findings.Select(static finding => new CheckedFinding(
                    finding.Check,
                    finding.Value,
                    finding.Unit,
                    finding.Op,
                    finding.Limit,
                    finding.Frame,
                    Word(finding.Outcome),
                    finding.Why
                )),
            ]
        );

    public int ExitCode() =>
        Verdict switch
        {
            "pass" => 0,
            "review" => 3,
            _ => 4,
        };

    public string Lines() =>
        CommandOutput.Table([
            ["CHECK", "FOUND", "ASKED", "FRAME", "OUTCOME"],
            .. Findings.Select(static finding =>
                (IReadOnlyList<string>)
                    [
                        finding.Check,
                        finding.Value is { } value ? $"{value:0.###} {finding.Unit}" : "-",
                        finding.Limit is { } limit ? $"{finding.Op} {limit:0.###}" : "-",
                        finding.Frame?.ToString() ?? "-",
                        finding.Why is { } why ? $"{finding.Outcome}: {why}" : finding.Outcome,
                    ]
            ),
        ]) + $"\nVerdict: {Verdict}";

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicyWord(value.ToString());

    private static string JsonNamingPolicyWord(string name) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}

/// <param name="Kind">How the product was told from its ground.</param>
/// <param name="Coverage">Share of the photo that is product.</param>
internal sealed record CheckedMask(string Kind, double Coverage);

internal sealed record CheckedFinding(
    string Check,
    double? Value,
    string Unit,
    string Op,
    double? Limit,
    int? Frame,
    string Outcome,
    string? Why
);
