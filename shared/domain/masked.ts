/** A phone number of which only the last four digits can be read. */
export const maskedPhone = (phone: string): string => `${'*'.repeat(Math.max(0, phone.length - 4))}${phone.slice(-4)}`

/** A mail address of which only the first character and the domain can be read. Its length is not told. */
export const maskedMail = (mail: string): string => {
  const [first = ''] = mail
  return `${first}***${mail.slice(mail.lastIndexOf('@'))}`
}
