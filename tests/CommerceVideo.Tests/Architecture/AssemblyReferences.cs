using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CommerceVideo.Tests.Architecture;

/// <summary>What the types of a built assembly really name: in their shape, their members' signatures and inside their methods.</summary>
internal sealed class AssemblyReferences
{
    private readonly MetadataReader _reader;
    private readonly PEReader _file;
    private readonly HashSet<EntityHandle> _named = [];
    private readonly NamedTypes _signatures;

    private AssemblyReferences(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
        _signatures = new NamedTypes(_named);
    }

    public static IReadOnlyList<TypeReference> Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        return [.. new AssemblyReferences(file).ReadAll().Distinct()];
    }

    /// <summary>The names of the assemblies it was built against.</summary>
    public static IReadOnlyList<string> Assemblies(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        return
        [
            .. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)),
        ];
    }

    private IEnumerable<TypeReference> ReadAll()
    {
        foreach (var handle in _reader.TypeDefinitions)
        {
            var (fromSpace, from) = Name(handle);
            _named.Clear();
            AddType(_reader.GetTypeDefinition(handle));
            foreach (var (toSpace, to) in _named.Select(Name))
            {
                if (to != from)
                {
                    yield return new TypeReference(from, fromSpace, to, toSpace);
                }
            }
        }
    }

    private void AddType(TypeDefinition type)
    {
        Add(type.BaseType);
        AddAttributes(type.GetCustomAttributes());
        AddConstraints(type.GetGenericParameters());
        foreach (var handle in type.GetInterfaceImplementations())
        {
            Add(_reader.GetInterfaceImplementation(handle).Interface);
        }

        foreach (var handle in type.GetFields())
        {
            var field = _reader.GetFieldDefinition(handle);
            field.DecodeSignature(_signatures, 0);
            AddAttributes(field.GetCustomAttributes());
        }

        foreach (var handle in type.GetProperties())
        {
            AddAttributes(_reader.GetPropertyDefinition(handle).GetCustomAttributes());
        }

        foreach (var handle in type.GetMethods())
        {
            AddMethod(_reader.GetMethodDefinition(handle));
        }
    }

    private void AddMethod(MethodDefinition method)
    {
        method.DecodeSignature(_signatures, 0);
        AddAttributes(method.GetCustomAttributes());
        AddConstraints(method.GetGenericParameters());
        foreach (var handle in method.GetParameters())
        {
            AddAttributes(_reader.GetParameter(handle).GetCustomAttributes());
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        Add(body.LocalSignature);
        foreach (var region in body.ExceptionRegions)
        {
            Add(region.CatchType);
        }

        foreach (var token in InstructionTokens.Of(body))
        {
            Add(token);
        }
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var handle in parameters.SelectMany(p => _reader.GetGenericParameter(p).GetConstraints()))
        {
            Add(_reader.GetGenericParameterConstraint(handle).Type);
        }
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes)
        {
            Add(_reader.GetCustomAttribute(handle).Constructor);
        }
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference:
                _named.Add(handle);
                break;
            case HandleKind.TypeSpecification:
                _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_signatures, 0);
                break;
            case HandleKind.FieldDefinition:
                Add(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                Add(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                AddMember(_reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                var generic = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                generic.DecodeSignature(_signatures, 0);
                Add(generic.Method);
                break;
            case HandleKind.StandaloneSignature:
                AddSignature(_reader.GetStandaloneSignature((StandaloneSignatureHandle)handle));
                break;
        }
    }

    private void AddMember(MemberReference member)
    {
        Add(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            member.DecodeFieldSignature(_signatures, 0);
        }
        else
        {
            member.DecodeMethodSignature(_signatures, 0);
        }
    }

    private void AddSignature(StandaloneSignature signature)
    {
        if (signature.GetKind() == StandaloneSignatureKind.LocalVariables)
        {
            signature.DecodeLocalSignature(_signatures, 0);
        }
        else
        {
            signature.DecodeMethodSignature(_signatures, 0);
        }
    }

    // A nested type has no namespace of its own: its outermost type's counts.
    private (string Space, string Name) Name(EntityHandle handle)
    {
        while (true)
        {
            if (handle.Kind == HandleKind.TypeDefinition)
            {
                var type = _reader.GetTypeDefinition((TypeDefinitionHandle)handle);
                if (type.GetDeclaringType() is { IsNil: false } outer)
                {
                    handle = outer;
                    continue;
                }

                return (_reader.GetString(type.Namespace), _reader.GetString(type.Name));
            }

            var other = _reader.GetTypeReference((TypeReferenceHandle)handle);
            if (other.ResolutionScope.Kind == HandleKind.TypeReference)
            {
                handle = other.ResolutionScope;
                continue;
            }

            return (_reader.GetString(other.Namespace), _reader.GetString(other.Name));
        }
    }
}
