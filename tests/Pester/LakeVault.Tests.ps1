BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $module = Get-Module LakeTools
    $folder = Join-Path $TestDrive vault
    $vault = @{ VaultName = 'Aws'; AdditionalParameters = @{ Local = $folder; Prefix = 'team/'; Verbose = $false } }

    # As Microsoft.PowerShell.SecretManagement calls a vault.
    function Invoke-Vault([string] $Command, [hashtable] $Parameters = @{}) {
        $all = $vault + $Parameters
        & $module "LakeTools.Extension\$Command" @all
    }
    function ConvertTo-Secure([string] $Text) { ConvertTo-SecureString $Text -AsPlainText -Force }
    function Get-Text([securestring] $Secure) { [System.Net.NetworkCredential]::new('', $Secure).Password }
}

Describe 'The vault for SecretManagement' {
    It 'is nested under the name that SecretManagement looks for, and adds nothing to the session' {
        $nested = $module.NestedModules | Where-Object Name -eq 'LakeTools.Extension'
        $nested.ExportedCommands.Keys | Sort-Object | Should -Be @('Get-Secret', 'Get-SecretInfo', 'Remove-Secret', 'Set-Secret', 'Set-SecretInfo', 'Test-SecretVault')
        $module.ExportedCommands.Keys | Should -Not -Contain 'Get-Secret'
        foreach ($command in 'Get-Secret', 'Set-Secret', 'Remove-Secret') {
            foreach ($name in 'Name', 'VaultName', 'AdditionalParameters') { $nested.ExportedCommands[$command].Parameters.Keys | Should -Contain $name }
        }
        $nested.ExportedCommands['Get-SecretInfo'].Parameters.Keys | Should -Contain 'Filter'
        $nested.ExportedCommands['Set-Secret'].Parameters.Keys | Should -Contain 'Secret'
        foreach ($name in 'Name', 'Metadata', 'VaultName', 'AdditionalParameters') {
            $nested.ExportedCommands['Set-SecretInfo'].Parameters.Keys | Should -Contain $name
        }
    }

    It 'tests itself' { Invoke-Vault Test-SecretVault | Should -BeExactly $true }

    It 'keeps text' {
        Invoke-Vault Set-Secret @{ Name = 'text'; Secret = '{"looks":"like JSON"}' } | Should -BeExactly $true
        $read = Invoke-Vault Get-Secret @{ Name = 'text' }
        $read | Should -BeOfType ([string])
        $read | Should -BeExactly '{"looks":"like JSON"}'
    }

    It 'keeps a SecureString' {
        $null = Invoke-Vault Set-Secret @{ Name = 'secure'; Secret = (ConvertTo-Secure 'hidden') }
        $read = Invoke-Vault Get-Secret @{ Name = 'secure' }
        $read | Should -BeOfType ([securestring])
        Get-Text $read | Should -BeExactly 'hidden'
    }

    It 'keeps a credential' {
        $null = Invoke-Vault Set-Secret @{ Name = 'login'; Secret = [pscredential]::new('me', (ConvertTo-Secure 'pw')) }
        $read = Invoke-Vault Get-Secret @{ Name = 'login' }
        $read | Should -BeOfType ([pscredential])
        $read.UserName | Should -Be 'me'
        Get-Text $read.Password | Should -BeExactly 'pw'
    }

    It 'keeps bytes' {
        $null = Invoke-Vault Set-Secret @{ Name = 'bytes'; Secret = [byte[]](0, 200, 7) }
        $read = Invoke-Vault Get-Secret @{ Name = 'bytes' }
        ($read -is [byte[]]) | Should -BeTrue
        $read | Should -Be @(0, 200, 7)
    }

    It 'keeps a hashtable with all that it may hold, and plain values for other readers' {
        $null = Invoke-Vault Set-Secret @{
            Name   = 'table'
            Secret = @{ text = 'Hello'; secure = (ConvertTo-Secure 'hidden'); bytes = [byte[]](1, 2); login = [pscredential]::new('me', (ConvertTo-Secure 'pw')) }
        }
        $read = Invoke-Vault Get-Secret @{ Name = 'table' }
        $read | Should -BeOfType ([hashtable])
        $read.Count | Should -Be 4
        $read.text | Should -BeExactly 'Hello'
        Get-Text $read.secure | Should -BeExactly 'hidden'
        ($read.bytes -is [byte[]]) | Should -BeTrue
        $read.login.UserName | Should -Be 'me'
        Get-Text $read.login.Password | Should -BeExactly 'pw'
        $lake = Connect-Lake -Local $folder -NoDefault
        Get-LakeSecret team/table -Key secure -AsPlainText -Connection $lake | Should -BeExactly 'hidden'
    }

    It 'keeps one byte, alone and in a hashtable' {
        Invoke-Vault Set-Secret @{ Name = 'byte'; Secret = [byte[]](, 5) } | Should -BeExactly $true
        $read = Invoke-Vault Get-Secret @{ Name = 'byte' }
        ($read -is [byte[]]) | Should -BeTrue
        $read | Should -Be 5
        $null = Invoke-Vault Set-Secret @{ Name = 'byte-table'; Secret = @{ one = [byte[]](, 5); none = [byte[]]@() } }
        $read = Invoke-Vault Get-Secret @{ Name = 'byte-table' }
        ($read.one -is [byte[]]) | Should -BeTrue
        $read.one | Should -Be 5
        ($read.none -is [byte[]]) | Should -BeTrue
        $read.none.Length | Should -Be 0
    }

    It 'keeps null in a hashtable' {
        $null = Invoke-Vault Set-Secret @{ Name = 'null'; Secret = @{ none = $null; secure = (ConvertTo-Secure 'hidden') } }
        $read = Invoke-Vault Get-Secret @{ Name = 'null' }
        $read.ContainsKey('none') | Should -BeTrue
        $null -eq $read.none | Should -BeTrue
        Get-Text $read.secure | Should -BeExactly 'hidden'
    }

    It 'refuses <what> before any call' -ForEach @(
        @{ what = 'nothing'; secret = $null }
        @{ what = 'no text'; secret = '' }
        @{ what = 'an empty SecureString'; secret = [securestring]::new() }
        @{ what = 'no bytes'; secret = [byte[]]@() }
        @{ what = 'a member with the name of its own'; secret = @{ '$types' = 'mine' } }
        @{ what = 'a member with the name of its own, inside'; secret = @{ a = @{ '$types' = @{} } } }
    ) {
        $written = @(& { try { Invoke-Vault Set-Secret @{ Name = 'refused'; Secret = $secret } } catch { } } 2>&1)
        $written | Should -HaveCount 1
        $written[0].Exception | Should -BeOfType ([ArgumentException])
        Invoke-Vault Get-SecretInfo @{ Filter = 'refused' } | Should -BeNullOrEmpty
    }

    It 'reads a member $types that is not its own' {
        $lake = Connect-Lake -Local $folder -NoDefault
        $null = New-LakeSecret team/foreign-types -Value '{"$types":{"a":"b"},"x":"y"}' -Connection $lake
        (Invoke-Vault Get-Secret @{ Name = 'foreign-types' })['$types'] | Should -BeExactly '{"a":"b"}'
        $null = New-LakeSecret team/foreign-type -Value '{"$types":"mine","x":"y"}' -Connection $lake
        (Invoke-Vault Get-Secret @{ Name = 'foreign-type' })['$types'] | Should -BeExactly 'mine'
    }

    It 'loses no value of keys that differ only in case' {
        $table = [hashtable]::new([StringComparer]::Ordinal)
        $table['Password'], $table['PASSWORD'], $table['Keys'] = 'a', (ConvertTo-Secure 'b'), 'c'
        $metadata = [hashtable]::new([StringComparer]::Ordinal)
        $metadata['Owner'], $metadata['OWNER'] = 'me', 'you'
        $null = Invoke-Vault Set-Secret @{ Name = 'cases'; Secret = $table; Metadata = $metadata }
        $read = Invoke-Vault Get-Secret @{ Name = 'cases' }
        $read['Password'], (Get-Text $read['PASSWORD']), $read['Keys'] | Should -Be 'a', 'b', 'c'
        $found = (Invoke-Vault Get-SecretInfo @{ Filter = 'cases' }).Metadata
        $found['Owner'], $found['OWNER'] | Should -Be 'me', 'you'
    }

    It 'keeps the text of times and numbers that were written elsewhere' {
        $lake = Connect-Lake -Local $folder -NoDefault
        $null = New-LakeSecret team/foreign-exact -Value '{"until":"2026-01-31T10:00:00Z","rate":1.50}' -Connection $lake
        $read = Invoke-Vault Get-Secret @{ Name = 'foreign-exact' }
        $read.UNTIL, $read.rate | Should -BeExactly '2026-01-31T10:00:00Z', '1.50'
    }

    It 'reads what was made elsewhere by its looks' {
        $lake = Connect-Lake -Local $folder -NoDefault
        $null = New-LakeSecret team/foreign -Value @{ username = 'me'; port = 5432 } -Connection $lake
        $read = Invoke-Vault Get-Secret @{ Name = 'foreign' }
        $read | Should -BeOfType ([hashtable])
        $read.username | Should -Be 'me'
        $read.port | Should -BeExactly '5432'
        $null = New-LakeSecret team/foreign-text -Value 'words' -Connection $lake
        Invoke-Vault Get-Secret @{ Name = 'foreign-text' } | Should -BeExactly 'words'
    }

    It 'gives nothing and no error for a secret that is not there' {
        Invoke-Vault Get-Secret @{ Name = 'gone' } | Should -BeNullOrEmpty
        Invoke-Vault Get-SecretInfo @{ Filter = 'gone' } | Should -BeNullOrEmpty
    }

    It 'lists names without the prefix, with types and metadata, and never a value' {
        $null = Invoke-Vault Set-Secret @{ Name = 'listed-one'; Secret = 'canary-listed'; Metadata = @{ owner = 'data' } }
        $lake = Connect-Lake -Local $folder -NoDefault
        $null = New-LakeSecret other/listed-two -Value 'x' -Connection $lake
        $found = @(Invoke-Vault Get-SecretInfo @{ Filter = 'LISTED*' })
        $found.Name | Should -Be 'listed-one'
        $found[0].Type | Should -Be 'String'
        $found[0].VaultName | Should -Be 'Aws'
        $found[0].Metadata['owner'] | Should -Be 'data'
        $found | Format-List * | Out-String | Should -Not -Match 'canary-'
        @(Invoke-Vault Get-SecretInfo @{ Filter = '' }).Name | Should -Not -Contain 'listed-two'
    }

    It 'changes a secret, removes it, and takes its name again' {
        $null = Invoke-Vault Set-Secret @{ Name = 'again'; Secret = 'one' }
        $null = Invoke-Vault Set-Secret @{ Name = 'again'; Secret = (ConvertTo-Secure 'two') }
        Invoke-Vault Get-Secret @{ Name = 'again' } | Should -BeOfType ([securestring])
        Invoke-Vault Remove-Secret @{ Name = 'again' } | Should -BeExactly $true
        Invoke-Vault Get-Secret @{ Name = 'again' } | Should -BeNullOrEmpty
        Invoke-Vault Get-SecretInfo @{ Filter = 'again' } | Should -BeNullOrEmpty
        Invoke-Vault Set-Secret @{ Name = 'again'; Secret = 'three' } | Should -BeExactly $true
        Invoke-Vault Get-Secret @{ Name = 'again' } | Should -BeExactly 'three'
    }

    It 'sets metadata as tags, and leaves the value and other tags' {
        $null = Invoke-Vault Set-Secret @{ Name = 'told'; Secret = (ConvertTo-Secure 'hidden'); Metadata = @{ owner = 'data'; stage = 'test' } }
        Invoke-Vault Set-SecretInfo @{ Name = 'told'; Metadata = @{ owner = 'sales'; until = [datetime]::new(2027, 1, 2, 0, 0, 0, [DateTimeKind]::Utc) } } | Should -BeNullOrEmpty
        $info = Invoke-Vault Get-SecretInfo @{ Filter = 'told' }
        $info.Type | Should -Be 'SecureString'
        $info.Metadata['owner'] | Should -BeExactly 'sales'
        $info.Metadata['stage'] | Should -BeExactly 'test'
        $info.Metadata['until'] | Should -BeExactly '2027-01-02T00:00:00.0000000Z'
        Get-Text (Invoke-Vault Get-Secret @{ Name = 'told' }) | Should -BeExactly 'hidden'
    }

    It 'writes the cause before <command> fails, since SecretManagement shows nothing else of it' -ForEach @(
        @{ command = 'Set-Secret'; more = @{ Name = 'no good'; Secret = 'x' }; id = 'InvalidSecretName' }
        @{ command = 'Set-SecretInfo'; more = @{ Name = 'gone'; Metadata = @{ a = 'b' } }; id = 'SecretNotFound' }
        @{ command = 'Remove-Secret'; more = @{ Name = 'gone' }; id = 'SecretNotFound' }
        @{ command = 'Get-Secret'; more = @{ Name = 'text' }; id = 'PrincipalCannotSignIn'; as = 'IAM_ALLOWED_PRINCIPALS' }
        @{ command = 'Get-SecretInfo'; more = @{ Filter = '*' }; id = 'PrincipalCannotSignIn'; as = 'IAM_ALLOWED_PRINCIPALS' }
    ) {
        # As SecretManagement does: what is written is shown, what is thrown becomes 'Unable to'.
        $failing = @{ VaultName = 'Aws'; AdditionalParameters = @{ Local = $folder; Prefix = 'team/' } } + $more
        if ($as) { $failing.AdditionalParameters.As = $as }
        $written = @(& { try { & $module "LakeTools.Extension\$command" @failing } catch { } } 2>&1)
        $written | Should -HaveCount 1
        $written[0].FullyQualifiedErrorId | Should -BeLike "LakeTools.$id,*"
        { & $module "LakeTools.Extension\$command" @failing 2>$null } | Should -Throw
    }

    It 'has no relative folder, which would lie wherever SecretManagement happens to run' {
        $relative = @{ VaultName = 'Aws'; AdditionalParameters = @{ Local = 'a-lake-of-nobody' } }
        { & $module 'LakeTools.Extension\Get-Secret' -Name text @relative 2>$null } | Should -Throw -ExceptionType ([ArgumentException])
        foreach ($here in (Get-Location).ProviderPath, [Environment]::CurrentDirectory) { Join-Path $here a-lake-of-nobody | Should -Not -Exist }
    }

    It 'refuses a parameter that it does not have' {
        $wrong = @{ VaultName = 'Aws'; AdditionalParameters = @{ Profil = 'work' } }
        { & $module 'LakeTools.Extension\Get-Secret' -Name text @wrong 2>$null } | Should -Throw -ExceptionType ([ArgumentException])
        & $module 'LakeTools.Extension\Test-SecretVault' @wrong -ErrorAction SilentlyContinue | Should -BeExactly $false
    }

    It 'refuses a parameter that is <what>, and does not use the connection of the session' -ForEach @(
        @{ what = 'empty'; value = '' }
        @{ what = 'null'; value = $null }
    ) {
        Connect-Lake -Local (Join-Path $TestDrive "session-$what")
        $null = New-LakeSecret mine -Value 'from the session'
        foreach ($name in 'ProfileName', 'EndpointUrl', 'Local') {
            $written = @(& { try { & $module 'LakeTools.Extension\Get-Secret' -Name mine -VaultName Aws -AdditionalParameters @{ $name = $value } } catch { } } 2>&1)
            $written | Should -HaveCount 1
            $written[0].Exception | Should -BeOfType ([ArgumentException])
        }
        Disconnect-Lake
    }

    It 'does not guess the type of a secret whose tags could not be read' {
        $null = Invoke-Vault Set-Secret @{ Name = 'typed'; Secret = (ConvertTo-Secure 'hidden') }
        Connect-Lake -Local $folder -MaxRetry 0 -Fault @{ Kind = 'ServerError'; Operation = 'DescribeSecret' }
        $written = @(& { try { & $module 'LakeTools.Extension\Get-Secret' -Name typed -VaultName Aws -AdditionalParameters @{ Prefix = 'team/' } } catch { } } 2>&1)
        Disconnect-Lake
        $written | Should -HaveCount 1
        $written[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.ServiceError,*'
    }

    It 'leaves the connection of the session alone, and uses it where it has none of its own' {
        Connect-Lake -Local (Join-Path $TestDrive session)
        $null = Invoke-Vault Get-Secret @{ Name = 'text' }
        (Get-LakeConnection).LocalPath | Should -Be (Join-Path $TestDrive session)
        $null = New-LakeSecret mine -Value 'from the session'
        & $module 'LakeTools.Extension\Get-Secret' -Name mine -VaultName Aws -AdditionalParameters @{} | Should -BeExactly 'from the session'
        Disconnect-Lake
    }
}
