using System.Reflection;
using System.Text.Json;

namespace CommerceVideo.Bench.Gate;

internal enum Strength
{
    Low,
    Middle,
    High,
}

/// <summary>One way in which a clip can be wrong, with the three strengths that it is made in; fixed numbers in <c>defects.json</c>.</summary>
internal sealed record DefectClass(string Name, string Unit, double Low, double Middle, double High)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public double At(Strength strength) =>
        strength switch
        {
            Strength.Low => Low,
            Strength.Middle => Middle,
            _ => High,
        };

    public static IReadOnlyList<DefectClass> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var name = assembly
            .GetManifestResourceNames()
            .Single(n => n.EndsWith("defects.json", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        return
        [
            .. JsonSerializer
                .Deserialize<Dictionary<string, DefectClass>>(stream, Json)!
                .Select(static entry => entry.Value with { Name = entry.Key }),
        ];
    }
}
