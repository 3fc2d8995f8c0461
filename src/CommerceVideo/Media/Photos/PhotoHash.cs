using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CommerceVideo.Media.Photos;

/// <summary>Tells pictures apart by what they show, whatever their file's format and metadata.</summary>
internal static class PhotoHash
{
    public static string Of(Photo photo)
    {
        Span<byte> size = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(size, photo.Width);
        BinaryPrimitives.WriteInt32LittleEndian(size[4..], photo.Height);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(size);
        hash.AppendData(photo.Rgba);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
