using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Vertex;

/// <summary>
/// What a key comes to in the Authorization header: a ready token as it is, a service account's by exchange, kept until
/// shortly before its end.
/// </summary>
internal sealed class AccessTokens(Uri address, ProviderApi api, TimeProvider time)
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly TimeSpan Earlier = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> _kept = new(
        StringComparer.Ordinal
    );

    public async Task<TokenOutcome> OfAsync(ProviderKey key, CancellationToken ct)
    {
        if (!ServiceAccount.IsFile(key))
        {
            return new TokenOutcome.Ready(key.Reveal());
        }

        var name = NameOf(key);
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(name, out var kept) && now < kept.Until)
        {
            return new TokenOutcome.Ready(kept.Token);
        }

        if (ServiceAccount.Read(key)?.Assertion(address, now) is not { } assertion)
        {
            return new TokenOutcome.None(
                FailureKind.AuthRejected,
                "The key is no key file of a Google service account."
            );
        }

        var answer = await api.ReadAsync(() => Exchange(assertion), ct);
        if (answer is ProviderAnswer.Answered { IsSuccess: true } good && good.Body.Text("access_token") is { } token)
        {
            var life = TimeSpan.FromSeconds((double)(good.Body.Number("expires_in") ?? 0));
            Keep(name, token, now + life - Earlier, now);
            return new TokenOutcome.Ready(token);
        }

        return answer is ProviderAnswer.Answered { Status: 400 or 401 or 403 }
            ? new TokenOutcome.None(FailureKind.AuthRejected, "Google does not accept the service account's signature.")
            : new TokenOutcome.None(FailureKind.ProviderDown, "Google gives no access token at present.");
    }

    /// <summary>A token that was refused is not used again.</summary>
    public void Forget(ProviderKey key) => _kept.TryRemove(NameOf(key), out _);

    private static string NameOf(ProviderKey key) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key.Reveal())));

    private void Keep(string name, string token, DateTimeOffset until, DateTimeOffset now)
    {
        foreach (var (old, _) in _kept.Where(one => one.Value.Until <= now))
        {
            _kept.TryRemove(old, out _);
        }

        _kept[name] = (token, until);
    }

    private HttpRequestMessage Exchange(string assertion) =>
        new(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new("grant_type", Grant), new("assertion", assertion)]),
        };
}

/// <summary>An access token, or why there is none.</summary>
internal abstract record TokenOutcome
{
    private TokenOutcome() { }

    public sealed record Ready(string Token) : TokenOutcome
    {
        public override string ToString() => "(token)";
    }

    public sealed record None(FailureKind Kind, string Reason) : TokenOutcome;
}
