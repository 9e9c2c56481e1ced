using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace LakeTools.Tests.Architecture;

/// <summary>
/// Holds the arrows between the folders of a project: none goes both ways, on however long a way. Read from the built assemblies: from what
/// their types derive from, have as members and attributes, and name in their code.
/// </summary>
public sealed class FolderArrowTests
{
    // About thirty. Not in src/aws, whose folders are the official packages' namespaces.
    private const int MaxFiles = 32;

    [Theory]
    [InlineData("LakeTools.Rules")]
    [InlineData("LakeTools.Core")]
    [InlineData("LakeTools.Local")]
    [InlineData("LakeTools.Cmdlets")]
    public void No_arrow_between_folders_goes_both_ways(string project)
    {
        var arrows = new Assembly(project).Arrows();
        Assert.NotEmpty(arrows);
        Assert.Empty(Circles(arrows));
    }

    [Fact]
    public void A_folder_has_not_many_files()
    {
        var source = Path.Combine(Repository.Root, "src");
        var folders = Directory.GetDirectories(source, "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(source, folder))
            .Where(folder => folder.Split(Path.DirectorySeparatorChar) is not ["aws", ..] and { } parts && !parts.Any(IsMade))
            .ToList();
        Assert.NotEmpty(folders);
        Assert.All(folders, folder =>
        {
            var files = Directory.GetFiles(Path.Combine(source, folder)).Length;
            Assert.True(files <= MaxFiles, $"{folder} has {files} files: part it into rooms.");
        });
    }

    private static bool IsMade(string folder) => folder is "bin" or "obj";

    // What is left when a folder that nothing points at, or that points at nothing, is taken away again and again.
    private static List<string> Circles(IReadOnlyDictionary<(string From, string To), string> arrows)
    {
        var left = new Dictionary<(string From, string To), string>(arrows);
        while (left.Keys.Where(arrow => left.Keys.All(other => other.To != arrow.From) || left.Keys.All(other => other.From != arrow.To))
            .ToList() is { Count: > 0 } ends)
            ends.ForEach(arrow => left.Remove(arrow));
        return [.. left.Select(arrow => $"{arrow.Key.From} -> {arrow.Key.To}: {arrow.Value}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads an assembly.</summary>
    private sealed class Assembly
    {
        private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

        private readonly string _project;
        private readonly PEReader _file;
        private readonly MetadataReader _metadata;
        private readonly Dictionary<string, string> _folders;
        private readonly Dictionary<(string From, string To), string> _arrows = [];

        public Assembly(string project)
        {
            _project = project;
            _file = new PEReader(File.OpenRead(Path.Combine(Repository.Module, "bin", project + ".dll")));
            _metadata = _file.GetMetadataReader();
            var source = Path.Combine(Repository.Root, "src", project);
            _folders = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar).Any(IsMade))
                .Select(file => (File: file, Line: File.ReadLines(file).FirstOrDefault(IsNamespace)))
                .Where(each => each.Line is not null)
                .ToDictionary(
                    each => $"{each.Line!["namespace ".Length..^1]}.{Path.GetFileNameWithoutExtension(each.File)}",
                    each => FolderOf(Path.GetRelativePath(source, Path.GetDirectoryName(each.File)!)));

            static bool IsNamespace(string line) => line.StartsWith("namespace ", StringComparison.Ordinal);
        }

        /// <summary>The arrows between folders, each with one of the types that make it.</summary>
        public IReadOnlyDictionary<(string From, string To), string> Arrows()
        {
            using var file = _file;
            foreach (var handle in _metadata.TypeDefinitions) Read(handle);
            foreach (var attribute in _metadata.CustomAttributes.Select(_metadata.GetCustomAttribute))
                if (OwnerOf(attribute.Parent) is { IsNil: false } owner) Point(owner, attribute.Constructor);
            return _arrows;
        }

        private void Read(TypeDefinitionHandle handle)
        {
            var type = _metadata.GetTypeDefinition(handle);
            var signatures = new Signatures(this, handle);
            Point(handle, type.BaseType);
            foreach (var each in type.GetInterfaceImplementations()) Point(handle, _metadata.GetInterfaceImplementation(each).Interface);
            foreach (var each in type.GetFields()) _metadata.GetFieldDefinition(each).DecodeSignature(signatures, null);
            foreach (var each in type.GetProperties()) _metadata.GetPropertyDefinition(each).DecodeSignature(signatures, null);
            foreach (var each in type.GetMethods())
            {
                var method = _metadata.GetMethodDefinition(each);
                method.DecodeSignature(signatures, null);
                if (method.RelativeVirtualAddress != 0) Read(handle, signatures, _file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }

        private void Read(TypeDefinitionHandle from, Signatures signatures, MethodBodyBlock body)
        {
            if (!body.LocalSignature.IsNil) _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(signatures, null);
            foreach (var region in body.ExceptionRegions) Point(from, region.CatchType);
            var code = body.GetILReader();
            while (code.RemainingBytes > 0)
            {
                var first = code.ReadByte();
                var operation = s_codes[first == 0xFE ? (short)(0xFE00 | code.ReadByte()) : first];
                switch (operation.OperandType)
                {
                    case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                        Point(from, MetadataTokens.EntityHandle(code.ReadInt32()));
                        break;
                    case OperandType.InlineSwitch:
                        var targets = code.ReadInt32();
                        code.Offset += 4 * targets;
                        break;
                    default:
                        code.Offset += SizeOf(operation.OperandType);
                        break;
                }
            }
        }

        private static int SizeOf(OperandType type) => type switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };

        private TypeDefinitionHandle OwnerOf(EntityHandle handle) => handle.Kind switch
        {
            HandleKind.TypeDefinition => (TypeDefinitionHandle)handle,
            HandleKind.MethodDefinition => _metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType(),
            HandleKind.FieldDefinition => _metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType(),
            HandleKind.PropertyDefinition =>
                OwnerOf(_metadata.GetPropertyDefinition((PropertyDefinitionHandle)handle).GetAccessors() is { Getter.IsNil: false } get
                    ? get.Getter
                    : _metadata.GetPropertyDefinition((PropertyDefinitionHandle)handle).GetAccessors().Setter),
            _ => default,
        };

        private void Point(TypeDefinitionHandle from, EntityHandle to)
        {
            if (to.IsNil) return;
            var signatures = new Signatures(this, from);
            switch (to.Kind)
            {
                case HandleKind.TypeDefinition:
                    Point(from, (TypeDefinitionHandle)to);
                    break;
                case HandleKind.MethodDefinition or HandleKind.FieldDefinition:
                    Point(from, OwnerOf(to));
                    break;
                case HandleKind.MemberReference:
                    Point(from, _metadata.GetMemberReference((MemberReferenceHandle)to).Parent);
                    break;
                case HandleKind.MethodSpecification:
                    var method = _metadata.GetMethodSpecification((MethodSpecificationHandle)to);
                    method.DecodeSignature(signatures, null);
                    Point(from, method.Method);
                    break;
                case HandleKind.TypeSpecification:
                    _metadata.GetTypeSpecification((TypeSpecificationHandle)to).DecodeSignature(signatures, null);
                    break;
            }
        }

        private void Point(TypeDefinitionHandle from, TypeDefinitionHandle to)
        {
            var (source, target) = (Outermost(from), Outermost(to));
            if (FolderOf(source) is { } here && FolderOf(target) is { } there && here != there)
                _arrows.TryAdd((here, there), $"{_metadata.GetString(source.Name)} knows {_metadata.GetString(target.Name)}");
        }

        private TypeDefinition Outermost(TypeDefinitionHandle handle)
        {
            var type = _metadata.GetTypeDefinition(handle);
            return type.GetDeclaringType().IsNil ? type : Outermost(type.GetDeclaringType());
        }

        private string FolderOf(string relative) => Path.Combine(_project, relative);

        // That of the type's file: what users see keeps its full name wherever its file lies. A type without a file of its own has that
        // of its namespace. Null for what the compiler made beside the code, and for what two projects compile in.
        private string? FolderOf(TypeDefinition type)
        {
            var space = _metadata.GetString(type.Namespace);
            if (_folders.TryGetValue($"{space}.{_metadata.GetString(type.Name).Split('`')[0]}", out var folder)) return folder;
            if (space == _project) return FolderOf(".");
            return space.StartsWith(_project + ".", StringComparison.Ordinal)
                ? FolderOf(space[(_project.Length + 1)..].Replace('.', Path.DirectorySeparatorChar))
                : null;
        }

        /// <summary>Points at what stands in a signature.</summary>
        private sealed class Signatures(Assembly assembly, TypeDefinitionHandle from) : ISignatureTypeProvider<int, object?>
        {
            public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
            {
                assembly.Point(from, handle);
                return 0;
            }

            public int GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind)
            {
                assembly.Point(from, (EntityHandle)handle);
                return 0;
            }

            public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => 0;

            public int GetArrayType(int elementType, ArrayShape shape) => 0;

            public int GetByReferenceType(int elementType) => 0;

            public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

            public int GetGenericInstantiation(int genericType, System.Collections.Immutable.ImmutableArray<int> typeArguments) => 0;

            public int GetGenericMethodParameter(object? genericContext, int index) => 0;

            public int GetGenericTypeParameter(object? genericContext, int index) => 0;

            public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

            public int GetPinnedType(int elementType) => 0;

            public int GetPointerType(int elementType) => 0;

            public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

            public int GetSZArrayType(int elementType) => 0;
        }
    }
}
