namespace CommerceVideo.Shops.Admin;

/// <summary>A GraphQL document from <c>Documents/</c>; all of them are checked against Shopify's schema in tests/contracts.</summary>
internal sealed record AdminDocument(string Name, string Text)
{
    public static AdminDocument ReadProduct { get; } = Load("ReadProduct");

    public static AdminDocument ReadMedia { get; } = Load("ReadMedia");

    public static AdminDocument StageVideo { get; } = Load("StageVideo");

    public static AdminDocument AttachVideo { get; } = Load("AttachVideo");

    public static AdminDocument MoveMedia { get; } = Load("MoveMedia");

    public static AdminDocument DeleteFiles { get; } = Load("DeleteFiles");

    private static AdminDocument Load(string name)
    {
        using var stream =
            typeof(AdminDocument).Assembly.GetManifestResourceStream(
                $"CommerceVideo.Shops.Admin.Documents.{name}.graphql"
            ) ?? throw new InvalidOperationException($"The document {name} is not in the program.");
        using var reader = new StreamReader(stream);
        return new AdminDocument(name, reader.ReadToEnd());
    }
}
