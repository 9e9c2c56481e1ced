# The code of the functions of LakeTools.Extension. The output of each is fixed: exactly one value. For an exception, SecretManagement
# shows only that the command failed ('Unable to add secret'), but it shows every error that was written before. So each function
# writes the cause first.
#
# Secrets Manager stores text and bytes. Other types are recorded in a tag, and the types of a hashtable's members in an additional
# member, so that other readers find plain values. The type of a secret from another program is detected: text, a hashtable or bytes.

$TypeTag = 'LakeTools:SecretType'
$TypesMember = '$types'
$ConnectParameters = 'ProfileName', 'Region', 'RoleArn', 'ExternalId', 'EndpointUrl', 'Local', 'As'
$Connections = @{}

# The parameter -Connection: a connection by the vault's parameters, if there are any. Otherwise none, for the last one of the process.
function Get-VaultConnection([hashtable] $AdditionalParameters) {
    $connect = @{}
    foreach ($name in @(if ($AdditionalParameters) { $AdditionalParameters.Keys })) {
        if ($name -in 'Prefix', 'Verbose') { continue }
        if ($name -notin $ConnectParameters) {
            throw [ArgumentException]::new("The vault has no parameter '$name'. Its parameters: Prefix, $($ConnectParameters -join ', ').")
        }
        if (-not $AdditionalParameters[$name]) {
            throw [ArgumentException]::new("The vault's parameter '$name' is empty. Specify a value, or omit it.")
        }
        $connect[$name] = $AdditionalParameters[$name]
    }
    # The runspace of SecretManagement starts in another folder than that of the user.
    if ($connect.Local -and -not ([IO.Path]::IsPathFullyQualified($connect.Local) -or $connect.Local -match '^~([/\\]|$)')) {
        throw [ArgumentException]::new("The vault's parameter Local is '$($connect.Local)', and must be an absolute path, such as '$HOME/lake'.")
    }
    if ($connect.Count -eq 0) { return @{} }
    $key = ($connect.Keys | Sort-Object | ForEach-Object { "$_=$($connect[$_])" }) -join "`n"
    if (-not $Connections.ContainsKey($key)) { $Connections[$key] = LakeTools\Connect-Lake @connect -NoDefault -ErrorAction Stop }
    @{ Connection = $Connections[$key] }
}

function Get-VaultId([string] $Name, [hashtable] $AdditionalParameters) { "$($AdditionalParameters.Prefix)$Name" }

# Runs a block. Null if the secret does not exist, or is scheduled for deletion.
function Invoke-WhereFound([scriptblock] $Block) {
    try { & $Block }
    catch { if ($_.FullyQualifiedErrorId -notmatch '^LakeTools\.(SecretNotFound|SecretVersionNotFound|SecretDeleted),') { throw } }
}

function Get-TypeName($Value) {
    if ($Value -is [byte[]]) { 'ByteArray' }
    elseif ($Value -is [string]) { 'String' }
    elseif ($Value -is [securestring]) { 'SecureString' }
    elseif ($Value -is [pscredential]) { 'PSCredential' }
    elseif ($Value -is [hashtable]) { 'Hashtable' }
    else {
        $type = if ($null -eq $Value) { 'null' } else { $Value.GetType().Name }
        throw [ArgumentException]::new("A secret is text, a SecureString, a PSCredential, a hashtable or bytes, and not $type.")
    }
}

# Secrets Manager stores at least one character or byte.
function Assert-NotEmpty($Value) {
    if (($Value -is [string] -or $Value -is [securestring] -or $Value -is [byte[]]) -and $Value.Length -eq 0) {
        throw [ArgumentException]::new('The secret is empty. Secrets Manager stores at least one character or byte.')
    }
}

# A hashtable that tells upper and lower case apart, as JSON and tags do. A key may be named Keys or Count, so entries are enumerated.
function New-ExactTable { [hashtable]::new([StringComparer]::Ordinal) }

# JSON has no types for some values of a hashtable, so the types are stored in addition.
function ConvertTo-Members([hashtable] $Table) {
    $members = New-ExactTable
    $types = New-ExactTable
    foreach ($entry in $Table.GetEnumerator()) {
        if ($entry.Key -ceq $TypesMember) {
            throw [ArgumentException]::new("A hashtable cannot have the key '$TypesMember', under which the vault stores the types of values. Rename the key.")
        }
        $value = $entry.Value
        if ($null -eq $value) {
            $members.Add("$($entry.Key)", $null)
            continue
        }
        $type = Get-TypeName $value
        if ($type -ne 'String') { $types.Add("$($entry.Key)", $type) }
        $members.Add("$($entry.Key)", $(switch ($type) {
            'ByteArray' { [Convert]::ToBase64String($value) }
            'PSCredential' { @{ username = $value.UserName; password = $value.Password } }
            'Hashtable' { ConvertTo-Members $value }
            default { $value }
        }))
    }
    if ($types.PSBase.Count -gt 0) { $members.Add($TypesMember, $types) }
    $members
}

# True for the types of a hashtable's members.
function Test-TypesMember([System.Text.Json.JsonElement] $Element) {
    if ($Element.ValueKind -ne 'Object') { return $false }
    foreach ($type in $Element.EnumerateObject()) {
        if ("$($type.Value)" -cnotin 'ByteArray', 'SecureString', 'PSCredential', 'Hashtable') { return $false }
    }
    $true
}

# ConvertFrom-Json takes no keys that differ only in case, and makes times of texts.
function ConvertFrom-Members([string] $Json) {
    $document = [System.Text.Json.JsonDocument]::Parse($Json.TrimStart([char] 0xFEFF))
    try { ConvertFrom-Element $document.RootElement } finally { $document.Dispose() }
}

function ConvertFrom-Element([System.Text.Json.JsonElement] $Element) {
    $table = New-ExactTable
    $types = New-ExactTable
    # Another program may have a member of the same name.
    $ownMembers, $members = @($Element.EnumerateObject()).Where({ $_.Name -ceq $TypesMember -and (Test-TypesMember $_.Value) }, 'Split')
    foreach ($type in $ownMembers.ForEach{ $_.Value.EnumerateObject() }) { $types[$type.Name] = "$($type.Value)" }
    foreach ($member in $members) {
        $value = $member.Value
        $table[$member.Name] = switch ($types[$member.Name]) {
            'ByteArray' { , [Convert]::FromBase64String("$value") }
            'SecureString' { ConvertTo-Secure "$value" }
            'PSCredential' { [pscredential]::new("$($value.GetProperty('username'))", (ConvertTo-Secure "$($value.GetProperty('password'))")) }
            'Hashtable' { ConvertFrom-Element $value }
            default {
                if ($value.ValueKind -eq 'String') { $value.GetString() }
                elseif ($value.ValueKind -ne 'Null') { $value.GetRawText() }
            }
        }
    }

    # Upper and lower case differ only where the secret has both.
    $anyCase = @{}
    foreach ($entry in $table.GetEnumerator()) {
        if ($anyCase.ContainsKey($entry.Key)) { return $table }
        $anyCase[$entry.Key] = $entry.Value
    }
    $anyCase
}

function ConvertTo-Secure([string] $Text) {
    $secure = [securestring]::new()
    foreach ($character in $Text.ToCharArray()) { $secure.AppendChar($character) }
    $secure.MakeReadOnly()
    $secure
}

function ConvertTo-Tag([hashtable] $Metadata) {
    $tag = New-ExactTable
    foreach ($entry in @(if ($Metadata) { $Metadata.GetEnumerator() })) {
        $key = "$($entry.Key)"
        if ($key -eq $TypeTag) { throw [ArgumentException]::new("The tag $TypeTag is the vault's own and cannot be metadata.") }
        $value = $entry.Value
        # Round-trip dates, and numbers and booleans as PowerShell writes them in every culture.
        $tag.Add($key, ($value -is [datetime] ? $value.ToString('o', [cultureinfo]::InvariantCulture) : "$value"))
    }
    $tag
}

function Get-VaultSecret {
    [CmdletBinding()]
    param([string] $Name, [string] $VaultName, [hashtable] $AdditionalParameters)
    trap { $PSCmdlet.WriteError($_); break }

    $lake = Get-VaultConnection $AdditionalParameters
    $id = Get-VaultId $Name $AdditionalParameters
    $secret = Invoke-WhereFound { LakeTools\Get-LakeSecret -Id $id @lake -ErrorAction Stop }
    if ($null -eq $secret) { return }
    if ($secret.Kind -eq 'Binary') { return , $secret.GetBytes() }

    # A caller who may read a value may have no permission to read its tags.
    $info = try { LakeTools\Get-LakeSecretInfo -Id $secret.Arn @lake -ErrorAction Stop }
    catch { if ($_.FullyQualifiedErrorId -notmatch '^LakeTools\.AccessDenied,') { throw } }
    $type = if ($info) { $info.Tag[$TypeTag] }
    if ($type -eq 'SecureString') { return $secret.GetText() }
    if ($type -eq 'PSCredential' -and $secret.Key -contains 'username' -and $secret.Key -contains 'password') {
        return [pscredential]::new($secret.GetKeyText('username'), $secret.GetKey('password'))
    }
    if ($type -eq 'String' -or $secret.Kind -ne 'Json') { return $secret.GetPlainText() }
    ConvertFrom-Members $secret.GetPlainText()
}

function Get-VaultSecretInfo {
    [CmdletBinding()]
    param([string] $Filter, [string] $VaultName, [hashtable] $AdditionalParameters)
    trap { $PSCmdlet.WriteError($_); break }

    $lake = Get-VaultConnection $AdditionalParameters
    $prefix = "$($AdditionalParameters.Prefix)"
    if (-not $Filter) { $Filter = '*' }
    $isPattern = [WildcardPattern]::ContainsWildcardCharacters($Filter)
    $id = if ($isPattern) { [WildcardPattern]::Escape($prefix) + '*' } else { $prefix + $Filter }
    $informationType = 'Microsoft.PowerShell.SecretManagement.SecretInformation' -as [type]
    foreach ($info in Invoke-WhereFound { LakeTools\Get-LakeSecretInfo -Id $id @lake -ErrorAction Stop }) {
        $name = $info.Name.Substring($prefix.Length)
        if ($info.DeletedDate -or ($isPattern -and $name -notlike $Filter)) { continue }
        $type = if ($info.Tag[$TypeTag]) { $info.Tag[$TypeTag] } else { 'Unknown' }
        $metadata = [System.Collections.Generic.Dictionary[string, object]]::new()
        foreach ($tag in $info.Tag.GetEnumerator()) { if ($tag.Key -ne $TypeTag) { $metadata[$tag.Key] = $tag.Value } }
        if ($informationType) { $informationType::new($name, $type, $VaultName, $metadata) }
        else { [pscustomobject] @{ Name = $name; Type = $type; VaultName = $VaultName; Metadata = $metadata } }
    }
}

function Set-VaultSecret {
    [CmdletBinding()]
    param([string] $Name, [object] $Secret, [string] $VaultName, [hashtable] $AdditionalParameters, [hashtable] $Metadata)
    trap { $PSCmdlet.WriteError($_); break }

    $lake = Get-VaultConnection $AdditionalParameters
    $id = Get-VaultId $Name $AdditionalParameters
    $type = Get-TypeName $Secret
    Assert-NotEmpty $Secret
    $value = $Secret
    if ($type -eq 'Hashtable') { $value = ConvertTo-Members $Secret }
    $tag = ConvertTo-Tag $Metadata
    $tag[$TypeTag] = $type

    $change = { $null = LakeTools\Set-LakeSecret -Id $id -Value $value -Tag $tag -Confirm:$false @lake -ErrorAction Stop }
    try { & $change }
    catch {
        switch -Regex ($_.FullyQualifiedErrorId) {
            '^LakeTools\.SecretNotFound,' { $null = LakeTools\New-LakeSecret -Name $id -Value $value -Tag $tag -Confirm:$false @lake -ErrorAction Stop }
            '^LakeTools\.SecretDeleted,' {
                LakeTools\Restore-LakeSecret -Id $id -Confirm:$false @lake -ErrorAction Stop
                & $change
            }
            default { throw }
        }
    }
    $true
}

# The metadata are tags. Other tags are kept, as with Set-Secret.
function Set-VaultSecretInfo {
    [CmdletBinding()]
    param([string] $Name, [hashtable] $Metadata, [string] $VaultName, [hashtable] $AdditionalParameters)
    trap { $PSCmdlet.WriteError($_); break }

    $lake = Get-VaultConnection $AdditionalParameters
    $tag = ConvertTo-Tag $Metadata
    if ($tag.Count -eq 0) { return }
    LakeTools\Set-LakeSecret -Id (Get-VaultId $Name $AdditionalParameters) -Tag $tag -Confirm:$false @lake -ErrorAction Stop
}

function Remove-VaultSecret {
    [CmdletBinding()]
    param([string] $Name, [string] $VaultName, [hashtable] $AdditionalParameters)
    trap { $PSCmdlet.WriteError($_); break }

    $lake = Get-VaultConnection $AdditionalParameters
    $null = LakeTools\Remove-LakeSecret -Id (Get-VaultId $Name $AdditionalParameters) -Confirm:$false @lake -ErrorAction Stop
    $true
}

function Test-Vault {
    [CmdletBinding()]
    param([string] $VaultName, [hashtable] $AdditionalParameters)

    try {
        $lake = Get-VaultConnection $AdditionalParameters
        $null = LakeTools\Get-LakeSecretInfo @lake -ErrorAction Stop | Select-Object -First 1
        $true
    }
    catch {
        $PSCmdlet.WriteError($_)
        $false
    }
}
