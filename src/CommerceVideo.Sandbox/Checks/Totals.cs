using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox.Checks;

/// <summary>How many tests ended how; sums over suites.</summary>
internal readonly record struct Totals(int Passed, int Failed, int Skipped)
{
    public static readonly Totals OneFailure = new(0, 1, 0);

    public static Totals operator +(Totals one, Totals other) =>
        new(one.Passed + other.Passed, one.Failed + other.Failed, one.Skipped + other.Skipped);

    /// <summary>A suite that exits badly has failed, whatever it counted.</summary>
    public Totals With(bool exitedWell) => exitedWell || Failed > 0 ? this : this + OneFailure;

    public JsonObject ToJson() =>
        new()
        {
            ["schema"] = 1,
            ["ok"] = Failed == 0,
            ["passed"] = Passed,
            ["failed"] = Failed,
            ["skipped"] = Skipped,
        };

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
