using System.Buffers.Text;
using System.Text.Json;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Fal;

/// <summary>fal's public keys, kept for a day; a signature that none of them made has them read anew, in case they changed.</summary>
internal sealed class FalKeys(ProviderApi api, Uri address, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Between two readings: forged calls must not make us ask without end.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    private Kept? _kept;

    /// <returns>Null when the signature is good; else why it is not taken.</returns>
    public async Task<string?> ProblemAsync(FalSignature signature, CancellationToken ct)
    {
        var kept = _kept;
        var age = kept is null ? TimeSpan.MaxValue : time.GetUtcNow() - kept.At;
        if (kept is not null && age < Longest && signature.IsGood(kept.Keys))
        {
            return null;
        }

        if (age < Shortest)
        {
            return Wrong;
        }

        if (await ReadAsync(ct) is not { } read)
        {
            return "fal's public keys cannot be read.";
        }

        _kept = read;
        return signature.IsGood(read.Keys) ? null : Wrong;
    }

    private const string Wrong = "Its signature is wrong.";

    private async Task<Kept?> ReadAsync(CancellationToken ct) =>
        await api.ReadAsync(() => new HttpRequestMessage(HttpMethod.Get, address), ct)
            is ProviderAnswer.Answered { IsSuccess: true, IsJson: true } answer
            ? new Kept([.. Keys(answer.Body)], time.GetUtcNow())
            : null;

    private static IEnumerable<byte[]> Keys(JsonElement set) =>
        set.Items("keys")
            .Where(static key => key.Text("kty") == "OKP" && key.Text("crv") == "Ed25519")
            .Select(static key => key.Text("x"))
            .Where(static x => x is not null && Base64Url.IsValid(x, out var bytes) && bytes == Ed25519.KeyBytes)
            .Select(static x => Base64Url.DecodeFromChars(x));

    private sealed record Kept(IReadOnlyList<byte[]> Keys, DateTimeOffset At);
}
