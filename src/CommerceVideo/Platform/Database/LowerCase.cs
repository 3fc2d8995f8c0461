using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CommerceVideo.Platform.Database;

/// <summary>Enums as the words the tables check: lower snake case.</summary>
internal static class LowerCase
{
    public static ValueConverter<TEnum, string> Of<TEnum>()
        where TEnum : struct, Enum => new(static value => Write(value), static text => Read<TEnum>(text));

    public static string Write<TEnum>(TEnum value)
        where TEnum : struct, Enum => AppDb.SnakeCase(value.ToString());

    public static TEnum Read<TEnum>(string text)
        where TEnum : struct, Enum =>
        Enum.Parse<TEnum>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
