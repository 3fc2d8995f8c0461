using CommerceVideo.Finishing.Records;
using CommerceVideo.Platform.Signing;

namespace CommerceVideo.Admin.Verify;

/// <summary>What can be said of a file, a sidecar or an address.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Heading">The answer in one sentence.</param>
/// <param name="Text">What it means and what to do.</param>
internal sealed record VerifyAnswer(int Status, string Heading, string Text)
{
    /// <summary>What was signed; null where nothing holds.</summary>
    public FilmClaims? Claims { get; init; }

    /// <summary>The product's name where its shop shows it to everybody.</summary>
    public string? Product { get; init; }

    /// <summary>It is kept here, and its sidecar can be had.</summary>
    public bool Kept { get; init; }

    public static VerifyAnswer Ask { get; } =
        new(
            StatusCodes.Status200OK,
            "Verify a video",
            "Find out what a video or its poster is, and whether it is as it was made. Nothing of a video leaves this device: only its checksum is asked for."
        );

    public static VerifyAnswer TooOften { get; } =
        new(StatusCodes.Status429TooManyRequests, "Too many questions at once", "Wait a minute, and ask again.");

    public static VerifyAnswer NoAddress { get; } =
        new(
            StatusCodes.Status404NotFound,
            "There is no record at this address",
            "Check that the address is complete, or choose the file below."
        );

    public static VerifyAnswer NoChecksum { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "This is no SHA-256 checksum",
            "A checksum has 64 letters and digits, from 0 to 9 and from a to f."
        );

    public static VerifyAnswer UnknownFile { get; } =
        new(
            StatusCodes.Status404NotFound,
            "This file is not known here",
            "It was changed after it was made, as channels do with what is uploaded to them, or it was made elsewhere. If the file's comment or description names an address, open that address to see what the original was."
        );

    public static VerifyAnswer NoSidecar { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "This is no sidecar",
            "A sidecar is a small JSON file with the members protected, payload and signature. It can be had on the page of a video."
        );

    /// <param name="claims">Of a document whose signature was looked at.</param>
    public static VerifyAnswer Of(SignatureCheck signature, FilmClaims? claims) =>
        (signature, claims) switch
        {
            (SignatureCheck.Holds, { AiGenerated: true }) => Good(
                "This video is AI-generated, and its record is genuine",
                claims
            ),
            (SignatureCheck.Holds, { }) => Good("This video is not AI-generated, and its record is genuine", claims),
            (SignatureCheck.UnknownKey, _) => new(
                StatusCodes.Status200OK,
                "This sidecar was not signed here",
                "No key of this installation signed it, so nothing it says can be confirmed here."
            ),
            _ => new(
                StatusCodes.Status200OK,
                "The signature does not hold",
                "What is written was changed after it was signed. Do not rely on any of it."
            ),
        };

    private static VerifyAnswer Good(string heading, FilmClaims claims) =>
        new(StatusCodes.Status200OK, heading, claims.Claim) { Claims = claims };
}
