BeforeDiscovery {
    $noReadOnly = $IsWindows -or ((id -u) -eq 0 -and -not (Get-Command setpriv -ErrorAction Ignore))
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $saved = @{}
    # The machine's own AWS settings must not decide how these tests end.
    foreach ($name in 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN') {
        $saved[$name] = [Environment]::GetEnvironmentVariable($name)
        Set-Item "Env:$name" $null
    }
}

AfterAll {
    Disconnect-Lake
    foreach ($name in $saved.Keys) { Set-Item "Env:$name" $saved[$name] }
}

Describe 'Connect-Lake' {
    Context 'with keys from the pipeline' {
        BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) }

        It 'takes a secret with the keys <keys>' -ForEach @(
            @{ keys = 'access_key', 'secret_key', 'session_token' }
            @{ keys = 'AccessKeyId', 'SecretAccessKey', 'SessionToken' }
            @{ keys = 'aws_access_key_id', 'aws_secret_access_key', 'aws_session_token' }
            @{ keys = 'accessKey', 'secretKey', 'sessionToken' }
            @{ keys = 'access-key', 'secret-key' }
        ) {
            $value = @{}
            foreach ($key in $keys) { $value[$key] = "value-of-$key" }
            $secret = New-LakeSecret my-lake-secret -Value $value | Get-LakeSecret
            $lake = $secret | Connect-Lake -Region us-west-2 -PassThru
            $lake.Region | Should -Be 'us-west-2'
            $lake.IsLocal | Should -BeFalse
            $lake.Name | Should -Be 'my-lake-secret'
            ($lake | Format-List * | Out-String) + ($lake | ConvertTo-Json) | Should -Not -Match 'value-of'
        }

        It 'takes null for no session token, and for no key' {
            $server = Start-LakeServer -PassThru
            $null = New-LakeSecret nulls -Value @{ access_key = $server.AccessKey; secret_key = $server.SecretKey; session_token = $null }
            $lake = Get-LakeSecret nulls | Connect-Lake -Region us-east-1 -EndpointUrl $server.Uri -PassThru -NoDefault
            (Get-LakeSecretInfo nulls -Connection $lake).Name | Should -Be 'nulls'
            Stop-LakeServer
            $secret = New-LakeSecret no-key -Value @{ access_key = 'AKIAIOSFODNN7EXAMPLE'; secret_key = $null } | Get-LakeSecret
            { $secret | Connect-Lake -Region us-east-1 } | Should -Throw -ErrorId 'LakeTools.SecretHasNoAccessKey,*'
        }

        It 'names the keys of a secret that has none to connect with, and no value' {
            $secret = New-LakeSecret other -Value @{ user = 'hidden-one'; access_key = '' } | Get-LakeSecret
            $failure = { $secret | Connect-Lake -Region us-west-2 } | Should -Throw -PassThru -ErrorId 'LakeTools.SecretHasNoAccessKey,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
            $failure.CategoryInfo.Category | Should -Be InvalidData
            $failure.Exception.Message | Should -Match 'user'
            $failure.Exception.Message | Should -Not -Match 'hidden'
        }

        It 'takes the spelling of the documentation, and guesses no other' {
            $null = New-LakeSecret spelled -Value '{"ACCESS_KEY":"AKIAOTHER","access_key":"AKIAIOSFODNN7EXAMPLE","secret_key":"hidden"}'
            (Get-LakeSecret spelled | Connect-Lake -Region us-west-2 -PassThru -NoDefault).Name | Should -Be 'spelled'
            $secret = New-LakeSecret guessed -Value '{"AccessKey":"AKIAOTHER","access-key":"AKIAIOSFODNN7EXAMPLE","secret_key":"hidden"}' | Get-LakeSecret
            { $secret | Connect-Lake -Region us-west-2 } | Should -Throw -ErrorId 'LakeTools.SecretKeyAmbiguous,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
        }

        It 'refuses two endpoints for one service' {
            $endpoint = [hashtable]::new([StringComparer]::Ordinal)
            $endpoint['Glue'], $endpoint['glue'] = 'http://localhost:1', 'http://localhost:2'
            { Connect-Lake -Endpoint $endpoint -Region us-west-2 } | Should -Throw -ErrorId 'LakeTools.KeysMeet,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
        }

        It 'takes a credential, and refuses what holds no keys' {
            $secure = [System.Net.NetworkCredential]::new('', 'hidden').SecurePassword
            ([pscredential]::new('AKIAIOSFODNN7EXAMPLE', $secure) | Connect-Lake -Region us-west-2 -PassThru).Name | Should -Be 'AKIAIOSFODNN7EXAMPLE'
            { 'hidden' | Connect-Lake } | Should -Throw -ErrorId 'LakeTools.NothingToConnectWith,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
        }
    }

    Context 'to an embedded lake' {
        It 'makes the lake and acts as its administrator' {
            $lake = Connect-Lake -Local (Join-Path $TestDrive new) -PassThru
            $lake | Should -BeOfType ([LakeTools.LakeConnection])
            $lake.IsLocal | Should -BeTrue
            $lake.LocalPath | Should -Be (Join-Path $TestDrive new)
            $lake.AccountId | Should -Be '000000000000'
            $lake.Principal | Should -Be 'arn:aws:iam::000000000000:role/LakeAdmin'
            $lake.Region | Should -Be 'us-east-1'
            Join-Path $TestDrive new | Should -Exist
        }

        It 'completes a short principal with the lake''s account' {
            $lake = Connect-Lake -Local (Join-Path $TestDrive short) -As role/analyst -AccountId 111122223333 -PassThru
            $lake.Principal | Should -Be 'arn:aws:iam::111122223333:role/analyst'
        }

        It 'keeps the account and region that the lake was made with' {
            Connect-Lake -Local (Join-Path $TestDrive kept) -AccountId 111122223333 -Region eu-central-1
            $lake = Connect-Lake -Local (Join-Path $TestDrive kept) -PassThru
            $lake.AccountId | Should -Be '111122223333'
            $lake.Region | Should -Be 'eu-central-1'
        }

        It 'refuses a lake whose key is <what>, and makes none' -ForEach @(
            @{ what = 'missing'; change = { Remove-Item $args[0] } }
            @{ what = 'another one'; change = { [System.IO.File]::WriteAllBytes($args[0], [byte[]]::new(32)) } }
            @{ what = 'cut off'; change = { [System.IO.File]::WriteAllBytes($args[0], [byte[]]::new(5)) } }
        ) {
            $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
            Connect-Lake -Local $folder
            $null = New-LakeSecret kept -Value (ConvertTo-SecureString x -AsPlainText -Force)
            $copy = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
            Copy-Item $folder $copy -Recurse
            & $change "$copy/lake.key"
            $before = (Get-FileHash "$copy/lake.key" -ErrorAction Ignore).Hash
            $failure = { Connect-Lake -Local $copy } |
                Should -Throw -PassThru -ErrorId 'LakeTools.LakeNotOpened,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
            $failure.Exception.Message | Should -Match 'lake\.key'
            (Get-FileHash "$copy/lake.key" -ErrorAction Ignore).Hash | Should -Be $before
        }

        It 'opens a lake for reading whose folder cannot be written' -Skip:$noReadOnly {
            . "$PSScriptRoot/_samples/Pwsh.ps1"
            $pwsh = Get-Pwsh
            $module = (Get-Module LakeTools).ModuleBase
            $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'read only?#%')
            $first = "Import-Module '$module'; Connect-Lake -Local '$folder'; New-GlueDatabase sales; New-LakeBucket read-only-tests"
            $null = & $pwsh[0] @($pwsh | Select-Object -Skip 1) -NoProfile -Command $first
            $second = @"
                Import-Module '$module'
                Connect-Lake -Local '$folder' -WarningVariable warned -WarningAction SilentlyContinue
                @(`$warned).Count
                (Get-GlueDatabase).Name
                @(Get-LakeObject s3://read-only-tests/).Count
                New-GlueDatabase other -ErrorVariable failed -ErrorAction SilentlyContinue
                `$failed[0].FullyQualifiedErrorId
                try { Connect-Lake -Local '$folder' -As role/nobody } catch { `$_.FullyQualifiedErrorId }
                try { Connect-Lake -Local '$folder/none' } catch { `$_.FullyQualifiedErrorId }
"@
            chmod -R a-w $folder
            # The administrator of a machine may write everywhere, but for what is taken away.
            $limited = (id -u) -eq 0 ? @('setpriv', '--bounding-set=-dac_override,-dac_read_search,-fowner', '--') : @()
            $command = $limited + $pwsh + '-NoProfile' + '-Command' + $second
            $said = & $command[0] @($command | Select-Object -Skip 1)
            chmod -R u+w $folder
            $said | Should -Be @('1', 'sales', '0', 'LakeTools.LakeReadOnly,LakeTools.Cmdlets.Catalog.NewGlueDatabaseCommand',
                'LakeTools.LakeReadOnly,LakeTools.Cmdlets.Connection.ConnectLakeCommand', 'LakeTools.LakeNotOpened,LakeTools.Cmdlets.Connection.ConnectLakeCommand')
        }

        It 'refuses what is no principal' {
            { Connect-Lake -Local (Join-Path $TestDrive bad) -As 'not a principal' } |
                Should -Throw -ErrorId 'LakeTools.InvalidPrincipal,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
        }

        It 'refuses to act as <who>, which has no keys, and makes no lake' -ForEach @(
            @{ who = 'IAM_ALLOWED_PRINCIPALS' }, @{ who = '123456789012' }, @{ who = '123456789012:IAMPrincipals' }
            @{ who = 'arn:aws:iam::123456789012:saml-provider/idp:group/sales' }
        ) {
            $folder = Join-Path $TestDrive keyless
            { Connect-Lake -Local $folder -As $who } |
                Should -Throw -ErrorId 'LakeTools.PrincipalCannotSignIn,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
            { Start-LakeServer $folder -As $who -ErrorAction Stop } |
                Should -Throw -ErrorId 'LakeTools.PrincipalCannotSignIn,LakeTools.Cmdlets.Connection.StartLakeServerCommand'
            $folder | Should -Not -Exist
        }

        It 'emits nothing without -PassThru' {
            Connect-Lake -Local (Join-Path $TestDrive silent) | Should -BeNullOrEmpty
        }
    }

    Context 'to AWS' {
        It 'takes a key, its secret as text or SecureString, and a region' {
            $lake = Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey not-a-secret -Region eu-central-1 -PassThru
            $lake.IsLocal | Should -BeFalse
            $lake.Region | Should -Be 'eu-central-1'
            $lake.Name | Should -Be 'AKIAIOSFODNN7EXAMPLE'
            $secure = ConvertTo-SecureString 'not-a-secret' -AsPlainText -Force
            (Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey $secure -Region us-west-2 -PassThru).Region | Should -Be 'us-west-2'
        }

        It 'shows no secret in any form of the connection' {
            $lake = Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey canary-value -SessionToken canary-token -Region eu-central-1 -PassThru
            $shown = ($lake | Format-List * | Out-String) + ($lake | Out-String) + "$lake" + ($lake | ConvertTo-Json -Depth 4)
            $shown | Should -Not -Match 'canary'
        }

        It 'takes a credential' {
            $credential = [pscredential]::new('AKIAIOSFODNN7EXAMPLE', (ConvertTo-SecureString 'not-a-secret' -AsPlainText -Force))
            (Connect-Lake -Credential $credential -Region eu-central-1 -PassThru).Name | Should -Be 'AKIAIOSFODNN7EXAMPLE'
        }

        It 'takes the region of AWS.Tools' {
            $StoredAWSRegion = 'ap-northeast-1'
            (Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey not-a-secret -PassThru).Region | Should -Be 'ap-northeast-1'
        }

        It 'refuses a profile that does not exist, and keeps the connection that there was' {
            Connect-Lake -Local (Join-Path $TestDrive before)
            { Connect-Lake -ProfileName no-such-profile-of-anyone -Region eu-central-1 } |
                Should -Throw -ErrorId 'LakeTools.ProfileNotFound,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
            (Get-LakeConnection).LocalPath | Should -Be (Join-Path $TestDrive before)
        }

        It 'refuses what is no region: <region>' -ForEach @(
            @{ region = 'Frankfurt' }, @{ region = 'eu-centrel-1' }, @{ region = 'eu-central' }, @{ region = 'xy-nowhere-1' }, @{ region = 'EU-CENTRAL-1' }
        ) {
            { Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey not-a-secret -Region $region } |
                Should -Throw -ErrorId 'LakeTools.UnknownRegion,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
        }

        It 'names the region that was meant' {
            { Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey not-a-secret -Region eu-centrel-1 } | Should -Throw '*eu-central-1*'
        }

        It 'takes a region of a known area that is newer than the SDK' {
            (Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey not-a-secret -Region eu-central-9 -PassThru).Region | Should -Be 'eu-central-9'
        }

        It 'refuses <why>' -ForEach @(
            @{ why = 'an endpoint of an unknown service'; endpoint = @{ Lake = 'https://example.com' }; id = 'UnknownService' }
            @{ why = 'an endpoint that is no address'; endpoint = @{ Glue = 'example' }; id = 'EndpointInvalid' }
            @{ why = 'an endpoint without a host'; endpoint = @{ Glue = 'http://' }; id = 'EndpointInvalid' }
            @{ why = 'an endpoint with an impossible port'; endpoint = @{ Glue = 'http://a:999999' }; id = 'EndpointInvalid' }
            @{ why = 'an endpoint that is null'; endpoint = @{ Glue = $null }; id = 'EndpointInvalid' }
        ) {
            { Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey not-a-secret -Region eu-central-1 -Endpoint $endpoint } |
                Should -Throw -ErrorId "LakeTools.$id,LakeTools.Cmdlets.Connection.ConnectLakeCommand"
        }
    }
}

Describe 'A credential without a value' {
    It 'is an error, and never the default credentials: <Case>' -ForEach @(
        @{ Case = 'the empty credential'; Given = @{ Credential = [pscredential]::Empty } }
        @{ Case = 'an empty password'; Given = @{ Credential = [pscredential]::new('AKIAIOSFODNN7EXAMPLE', [securestring]::new()) } }
        @{ Case = 'an empty secret key'; Given = @{ AccessKey = 'AKIAIOSFODNN7EXAMPLE'; SecretKey = [securestring]::new() } }
        @{ Case = 'an empty token'; Given = @{ AccessKey = 'AKIAIOSFODNN7EXAMPLE'; SecretKey = (ConvertTo-SecureString 'key' -AsPlainText); SessionToken = [securestring]::new() } }
        @{ Case = 'a blank key'; Given = @{ AccessKey = ' '; SecretKey = (ConvertTo-SecureString 'key' -AsPlainText) } }
    ) {
        { Connect-Lake -Region eu-central-1 @Given } | Should -Throw -ErrorId 'LakeTools.IncompleteCredentials,*'
    }

    It 'is an error from the pipeline' {
        { [pscredential]::Empty | Connect-Lake -Region eu-central-1 } | Should -Throw -ErrorId 'LakeTools.IncompleteCredentials,*'
    }

    It 'is no secret and no password of a connection' {
        Connect-Lake -Local (Join-Path $TestDrive empty)
        { New-LakeSecret s1 -Value ([pscredential]::Empty) -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.CredentialEmpty,*'
        { New-LakeGlueConnection c1 -ConnectionType JDBC -Property @{ JDBC_CONNECTION_URL = 'jdbc:mysql://h:3306/d' } -Credential ([pscredential]::Empty) -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.CredentialEmpty,*'
        Get-LakeSecretInfo | Should -BeNullOrEmpty
        Get-LakeGlueConnection | Should -BeNullOrEmpty
    }
}

Describe 'A folder without a name' {
    It 'is an error: <Path>' -ForEach @(@{ Path = '  ' }, @{ Path = '~/lake' }) {
        Push-Location env:
        try { { Connect-Lake -Local $Path } | Should -Throw -ErrorId 'LakeTools.PathNotFileSystem,*' } finally { Pop-Location }
    }
}

Describe 'Get-LakeConnection' {
    It 'gives what Connect-Lake made last' {
        Connect-Lake -Local (Join-Path $TestDrive one)
        Connect-Lake -Local (Join-Path $TestDrive two)
        (Get-LakeConnection).LocalPath | Should -Be (Join-Path $TestDrive two)
    }

    It 'gives the connection it is given' {
        $one = Connect-Lake -Local (Join-Path $TestDrive one) -PassThru
        Connect-Lake -Local (Join-Path $TestDrive two)
        (Get-LakeConnection -Connection $one).LocalPath | Should -Be (Join-Path $TestDrive one)
    }

    It 'without a connection takes the region of the environment' {
        Disconnect-Lake
        $env:AWS_REGION = 'eu-west-3'
        try { (Get-LakeConnection).Region | Should -Be 'eu-west-3' } finally { $env:AWS_REGION = $null }
    }

    It 'a parallel runspace keeps to the lake of its parent' {
        Connect-Lake -Local (Join-Path $TestDrive parent)
        $module = (Get-Module LakeTools).Path
        $paths = 1..2 | ForEach-Object -Parallel { Import-Module $using:module; (Get-LakeConnection).LocalPath }
        $paths | Should -Be @((Join-Path $TestDrive parent), (Join-Path $TestDrive parent))
    }
}

Describe 'Test-LakeConnection' {
    It 'says who we are and that we are an administrator' {
        Connect-Lake -Local (Join-Path $TestDrive tested)
        $test = Test-LakeConnection
        $test.Principal | Should -Be 'arn:aws:iam::000000000000:role/LakeAdmin'
        $test.AccountId | Should -Be '000000000000'
        $test.IsAdministrator | Should -BeTrue
        $test.Service.Service | Should -Be @('Sts', 'LakeFormation', 'Glue', 'SecretsManager', 'S3', 'Iam', 'Logs')
        $test.Service.Reachable | Should -Not -Contain $false
    }

    It 'knows that an analyst is none' {
        Connect-Lake -Local (Join-Path $TestDrive tested) -As role/analyst
        (Test-LakeConnection).IsAdministrator | Should -BeFalse
    }
}

Describe 'Disconnect-Lake' {
    It 'forgets the connection, which stays usable in a variable' {
        $lake = Connect-Lake -Local (Join-Path $TestDrive left) -PassThru
        Disconnect-Lake
        $env:AWS_REGION = 'eu-west-3'
        try { (Get-LakeConnection).IsLocal | Should -BeFalse } finally { $env:AWS_REGION = $null }
        (Test-LakeConnection -Connection $lake).IsAdministrator | Should -BeTrue
    }
}
