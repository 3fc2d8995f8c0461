using System.Runtime.InteropServices;

namespace CommerceVideo.VideoModels.Callbacks;

/// <summary>OpenSSL 3 as Linux machines have it; the runtime's own cryptography stands on the same file there.</summary>
internal static partial class Ed25519Library
{
    private const string Library = "libcrypto.so.3";

    /// <summary>EVP_PKEY_ED25519 (openssl/obj_mac.h).</summary>
    private const int KeyKind = 1087;

    private const int Good = 1;

    public static bool IsThere { get; } =
        NativeLibrary.TryLoad(Library, typeof(Ed25519Library).Assembly, DllImportSearchPath.SafeDirectories, out _);

    public static bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var made = NewKey(KeyKind, 0, key, (nuint)key.Length);
        var context = NewContext();
        try
        {
            return made != 0
                && context != 0
                && Begin(context, 0, 0, 0, made) == Good
                && Verify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == Good;
        }
        finally
        {
            FreeContext(context);
            FreeKey(made);
        }
    }

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint NewKey(int kind, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void FreeKey(nint key);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void FreeContext(nint context);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerifyInit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Begin(nint context, nint keyContext, nint digest, nint engine, nint key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerify")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Verify(
        nint context,
        ReadOnlySpan<byte> signature,
        nuint signatureLength,
        ReadOnlySpan<byte> message,
        nuint messageLength
    );
}
