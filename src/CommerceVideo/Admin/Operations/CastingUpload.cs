using System.Globalization;
using CommerceVideo.Brands;
using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.Admin.Operations;

/// <summary>
/// Reads a form with a casting reference: the fields <c>kind</c> (person, place), <c>name</c>, <c>looks</c>, <c>consentBy</c>,
/// <c>consentOn</c> (2026-11-24), <c>collection</c>, and the files <c>pictures</c>. Words are judged before any picture.
/// </summary>
internal sealed class CastingUpload(CastingPictures pictures, TimeProvider time)
{
    public async Task<CastingUploaded> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
        {
            return new CastingUploaded.Refused(
                "not_a_form",
                "Send a form (multipart/form-data) with the pictures in it."
            );
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(ct);
        }
        catch (InvalidDataException problem)
        {
            return new CastingUploaded.Refused("not_a_form", $"The form cannot be read: {problem.Message}");
        }

        var (wish, unreadable) = Read(form);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var files = form.Files.GetFiles("pictures");
        return (unreadable ?? wish!.Problem(files.Count, today)) is { } text
            ? new CastingUploaded.Refused("casting_not_possible", text)
            : await KeepAsync(wish!, files, ct);
    }

    private async Task<CastingUploaded> KeepAsync(
        CastingForm wish,
        IReadOnlyList<IFormFile> files,
        CancellationToken ct
    )
    {
        var kept = new List<CastingPicture>(files.Count);
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var (picture, refusal) = await pictures.KeepAsync(content, file.FileName, ct);
            if (picture is null)
            {
                await pictures.ForgetAsync(kept, ct);
                return new CastingUploaded.Refused(refusal!.Code, refusal.Text);
            }

            if (kept.All(one => one.ContentHash != picture.ContentHash))
            {
                kept.Add(picture);
            }
        }

        return new CastingUploaded.Read(wish, kept);
    }

    private static (CastingForm? Wish, string? Problem) Read(IFormCollection form)
    {
        var (kind, day) = (form["kind"].ToString(), form["consentOn"].ToString());
        var isDay = DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var on
        );
        CastKind? read = kind switch
        {
            "person" => CastKind.Person,
            "place" => CastKind.Place,
            _ => null,
        };
        return read is not { } which ? (null, $"The kind is person or place, not '{kind}'.")
            : day.Length > 0 && !isDay ? (null, $"'{day}' is no day: write it as 2026-11-24.")
            : (
                new CastingForm(
                    which,
                    form["name"].ToString(),
                    form["looks"].ToString(),
                    form["consentBy"].ToString(),
                    isDay ? on : null,
                    form["collection"].ToString().Trim()
                ),
                null
            );
    }
}

internal abstract record CastingUploaded
{
    private CastingUploaded() { }

    public sealed record Read(CastingForm Form, IReadOnlyList<CastingPicture> Pictures) : CastingUploaded;

    public sealed record Refused(string Code, string Text) : CastingUploaded;
}
