namespace CommerceVideo.VideoModels.Callbacks;

/// <summary>
/// Verifies Ed25519 signatures (RFC 8032), which .NET does not: with the machine's OpenSSL where it is, else by arithmetic of
/// our own. Only public values go in, so that its timing tells nobody anything.
/// </summary>
internal static class Ed25519
{
    public const int KeyBytes = 32;
    public const int SignatureBytes = 64;

    public static bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        key.Length == KeyBytes
        && signature.Length == SignatureBytes
        && (
            Ed25519Library.IsThere
                ? Ed25519Library.Verify(key, message, signature)
                : Ed25519Arithmetic.Verify(key, message, signature)
        );
}
