using CommerceVideo.Platform.Signing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommerceVideo.Admin.Operations;

/// <summary>The keys that sidecars are signed with: an operator replaces the one that signs; what it signed goes on verifying.</summary>
internal static class SigningKeyEndpoints
{
    public static void MapSigningKeys(this RouteGroupBuilder operations) =>
        operations.MapPost("/signing-keys", RotateAsync);

    private static async Task<Created<NewSigningKey>> RotateAsync(SigningKeys keys, CancellationToken ct) =>
        TypedResults.Created("/.well-known/jwks.json", new NewSigningKey(await keys.RotateAsync(ct)));
}

internal sealed record NewSigningKey(string Id);
