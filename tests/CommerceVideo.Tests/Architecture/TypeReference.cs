namespace CommerceVideo.Tests.Architecture;

/// <summary>A type of ours that names another, as compiled.</summary>
/// <param name="From">The referring type's full name, outermost type only.</param>
/// <param name="FromNamespace">Where it lives.</param>
/// <param name="To">The type it names.</param>
/// <param name="ToNamespace">Where that lives.</param>
public sealed record TypeReference(string From, string FromNamespace, string To, string ToNamespace);
