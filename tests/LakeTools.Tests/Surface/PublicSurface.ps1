# Writes what scripts rely on as text: cmdlets, their parameters, and the types that these take and emit. What every cmdlet has, and what
# another PowerShell may call otherwise, is left out.
param([string] $Module)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$shown = Get-Module LakeTools
$short = @{
    [string] = 'string'; [object] = 'object'; [bool] = 'bool'; [char] = 'char'; [byte] = 'byte'; [int] = 'int'; [long] = 'long'
    [double] = 'double'; [void] = 'void'; [switch] = 'switch'
}
$common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
$lines = [System.Collections.Generic.List[string]]::new()
$types = [System.Collections.Generic.SortedDictionary[string, type]]::new([System.StringComparer]::Ordinal)

function Get-Ordered([string[]] $Text) {
    if (-not $Text) { return }
    [System.Array]::Sort($Text, [System.StringComparer]::Ordinal)
    $Text
}

# A type as C# writes it. Those of the module come into the list. People write an enum's values and never its namespace.
function Get-TypeName([type] $Type) {
    if ($Type.IsArray) { return (Get-TypeName $Type.GetElementType()) + '[]' }
    if ([System.Nullable]::GetUnderlyingType($Type)) { return (Get-TypeName ([System.Nullable]::GetUnderlyingType($Type))) + '?' }
    if ($Type.IsGenericType) {
        $arguments = $Type.GetGenericArguments() | ForEach-Object { Get-TypeName $_ }
        return ($Type.GetGenericTypeDefinition().FullName -replace '`.*') + "<$($arguments -join ', ')>"
    }

    if ($short.ContainsKey($Type)) { return $short[$Type] }
    $name = $Type.IsEnum ? $Type.Name : $Type.FullName
    if ($Type.FullName -like 'LakeTools.*') { $types[$name] = $Type }
    $name
}

# How a parameter stands in a set.
function Get-Place($Attribute) {
    $words = @(
        if ($Attribute.Mandatory) { 'mandatory' }
        if ($Attribute.Position -ge 0) { "position $($Attribute.Position)" }
        if ($Attribute.ValueFromPipeline) { 'pipeline' }
        if ($Attribute.ValueFromPipelineByPropertyName) { 'property' }
        if ($Attribute.ValueFromRemainingArguments) { 'rest' }
        if ($Attribute.DontShow) { 'hidden' }
    )
    if ($Attribute.ParameterSetName -eq [System.Management.Automation.ParameterAttribute]::AllParameterSets) { return $words -join ', ' }
    $words ? "$($Attribute.ParameterSetName): $($words -join ', ')" : $Attribute.ParameterSetName
}

function Add-Parameter($Parameter) {
    $line = "  -$($Parameter.Name) $(Get-TypeName $Parameter.ParameterType)"
    if ($Parameter.Aliases) { $line += " alias $((Get-Ordered $Parameter.Aliases) -join ', ')" }
    foreach ($attribute in $Parameter.Attributes) {
        switch ($attribute) {
            { $_ -is [System.Management.Automation.ValidateSetAttribute] } { $line += " one of $($_.ValidValues -join ', ')" }
            { $_ -is [System.Management.Automation.ValidateRangeAttribute] } { $line += " from $($_.MinRange) to $($_.MaxRange)" }
        }
    }

    $places = $Parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] } |
        ForEach-Object { Get-Place $_ } | Where-Object { $_ }
    $lines.Add($line + ($places ? " [$((Get-Ordered $places) -join '; ')]" : ''))
}

foreach ($name in Get-Ordered $shown.ExportedCmdlets.Keys) {
    $command = Get-Command $name
    $attribute = $command.ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]
    $lines.Add($name)
    if ($command.ParameterSets.Count -gt 1) {
        $sets = Get-Ordered $command.ParameterSets.Name | ForEach-Object { $_ + ($_ -eq $command.DefaultParameterSet ? ' (default)' : '') }
        $lines.Add("  sets $($sets -join ', ')")
    }

    if ($attribute.SupportsShouldProcess) { $lines.Add("  changes things; impact $($attribute.ConfirmImpact)") }
    $emitted = @($command.OutputType | ForEach-Object { $_.Type ? (Get-TypeName $_.Type) : $_.Name })
    $lines.Add("  emits $($emitted ? (Get-Ordered $emitted) -join ', ' : 'nothing')")
    foreach ($parameter in Get-Ordered ($command.Parameters.Keys | Where-Object { $_ -notin $common })) {
        Add-Parameter $command.Parameters[$parameter]
    }

    $lines.Add('')
}

foreach ($alias in Get-Ordered $shown.ExportedAliases.Keys) { $lines.Add("alias $alias = $((Get-Alias $alias).Definition)") }
$lines.Add('')

# A type's members name further types.
$written = [System.Collections.Generic.SortedDictionary[string, string[]]]::new([System.StringComparer]::Ordinal)
while ($next = $types.Keys | Where-Object { -not $written.ContainsKey($_) } | Select-Object -First 1) {
    $type = $types[$next]
    $written[$next] = @()
    if ($type.IsEnum) {
        $written[$next] = @([System.Enum]::GetNames($type) | ForEach-Object { "  $_" })
        continue
    }

    $made = [System.Runtime.CompilerServices.CompilerGeneratedAttribute]
    $properties = $type.GetProperties() | Where-Object { -not $_.GetIndexParameters() } | ForEach-Object {
        $canSet = $_.SetMethod.IsPublic -and -not $_.SetMethod.ReturnParameter.GetRequiredCustomModifiers() # of an init accessor
        "  $($_.Name) $(Get-TypeName $_.PropertyType)$($canSet ? ', settable' : '')"
    }
    $methods = $type.GetMethods() | Where-Object {
        -not $_.IsSpecialName -and -not $_.IsDefined($made, $false) -and
        $_.DeclaringType.FullName -like 'LakeTools.*' -and $_.Name -notin 'ToString', 'Equals', 'GetHashCode', 'Dispose', 'DisposeAsync'
    } | ForEach-Object {
        $given = $_.GetParameters() | ForEach-Object { Get-TypeName $_.ParameterType }
        "  $($_.Name)($($given -join ', ')) $(Get-TypeName $_.ReturnType)"
    }
    # What module/types adds to the class.
    $added = (Get-TypeData $next).Members.Values | Where-Object { $_ } | ForEach-Object { "  $($_.Name) $($_.GetType().Name -replace 'Data$')" }
    $written[$next] = @(Get-Ordered (@($properties) + @($methods) + @($added) | Where-Object { $_ }))
}

foreach ($name in $written.Keys) {
    $lines.Add($name + ($types[$name].IsEnum ? ' (enum)' : ''))
    $lines.AddRange([string[]] $written[$name])
    $lines.Add('')
}

[System.Console]::Out.Write($lines -join "`n")
